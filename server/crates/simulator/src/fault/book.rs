//! Which faults are switched on.

use std::collections::VecDeque;

use super::{FaultKind, Gate};
use crate::fleet::EmailAddress;
use crate::traffic::{ApiRoute, Observed};

/// More faults than this are not remembered: the oldest goes.
const CAPACITY: usize = 200;

/// The faults, oldest first. A spent one stays, so that it can be asked what it did.
#[derive(Debug, Default)]
pub(crate) struct FaultBook {
    faults: VecDeque<Fault>,
    last_id: u64,
}

/// What is wanted.
#[derive(Debug)]
pub(crate) struct FaultOrder {
    /// Only requests that concern this account.
    pub(crate) account: Option<EmailAddress>,
    /// Only this route.
    pub(crate) route: Option<ApiRoute>,
    /// So many times; always, when unset.
    pub(crate) times: Option<u32>,
    pub(crate) kind: FaultKind,
}

/// A fault and what became of it.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) id: u64,
    pub(crate) order: FaultOrder,
    /// How often it was applied.
    pub(crate) applied: u32,
    pub(crate) gate: Gate,
}

impl Fault {
    pub(crate) fn times_left(&self) -> Option<u32> {
        self.order
            .times
            .map(|times| times.saturating_sub(self.applied))
    }

    fn applies_to(&self, request: &Observed) -> bool {
        let Some(route) = request.route else {
            return false;
        };
        self.order.route.is_none_or(|wanted| wanted == route)
            && self
                .order
                .account
                .as_ref()
                .is_none_or(|wanted| request.account.as_ref() == Some(wanted))
            && self.times_left() != Some(0)
            && !self.gate.is_open()
    }

    fn spoils_the_answer(&self) -> bool {
        !matches!(
            self.order.kind,
            FaultKind::DelayMilliseconds(_) | FaultKind::Hold
        )
    }
}

impl FaultBook {
    /// Switches a fault on; its id.
    pub(crate) fn add(&mut self, order: FaultOrder) -> u64 {
        if self.faults.len() == CAPACITY
            && let Some(forgotten) = self.faults.pop_front()
        {
            forgotten.gate.open();
        }
        self.last_id += 1;
        let (id, gate) = (self.last_id, Gate::default());
        self.faults.push_back(Fault {
            id,
            order,
            applied: 0,
            gate,
        });
        id
    }

    pub(crate) fn get(&self, id: u64) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.id == id)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter()
    }

    /// Switches a fault off and lets go what it holds; whether there was one.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let before = self.faults.len();
        self.faults.retain(|fault| fault.id != id);
        self.faults.len() < before
    }

    /// Takes the faults for a request, in the order in which they were switched on. Any number of
    /// them may make it wait; the first that spoils the answer is the only one to do so.
    pub(crate) fn take(&mut self, request: &Observed) -> Vec<(FaultKind, Gate)> {
        let mut is_spoilt = false;
        let mut taken = Vec::new();
        for fault in self
            .faults
            .iter_mut()
            .filter(|fault| fault.applies_to(request))
        {
            if fault.spoils_the_answer() {
                if is_spoilt {
                    continue;
                }
                is_spoilt = true;
            }
            fault.applied += 1;
            taken.push((fault.order.kind.clone(), fault.gate.clone()));
        }
        taken
    }
}

impl Drop for Fault {
    /// Nothing waits for a gate that nobody can open any more.
    fn drop(&mut self) {
        self.gate.open();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(route: ApiRoute, account: Option<&str>) -> Observed {
        let account = account.and_then(EmailAddress::parse);
        Observed {
            route: Some(route),
            account,
            request_id: uuid::Uuid::nil(),
        }
    }

    fn order(kind: FaultKind) -> FaultOrder {
        FaultOrder {
            account: None,
            route: None,
            times: None,
            kind,
        }
    }

    fn kinds(taken: &[(FaultKind, Gate)]) -> Vec<&FaultKind> {
        taken.iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn a_fault_for_an_account_and_a_route_leaves_the_others_alone() {
        let mut book = FaultBook::default();
        book.add(FaultOrder {
            account: EmailAddress::parse("ann@example.com"),
            route: Some(ApiRoute::ConnectionsList),
            ..order(FaultKind::Empty)
        });
        let mut hits = |route, account| !book.take(&request(route, account)).is_empty();
        assert!(hits(ApiRoute::ConnectionsList, Some("ann@example.com")));
        assert!(!hits(ApiRoute::ConnectionsList, Some("bob@example.com")));
        assert!(!hits(ApiRoute::ConnectionsList, None));
        assert!(!hits(ApiRoute::VehiclesGet, Some("ann@example.com")));
    }

    #[test]
    fn a_fault_ends_after_its_times_and_tells_so() {
        let mut book = FaultBook::default();
        let id = book.add(FaultOrder {
            times: Some(2),
            ..order(FaultKind::Drop)
        });
        let token = request(ApiRoute::Token, None);
        let hits: Vec<usize> = (0..3).map(|_| book.take(&token).len()).collect();
        assert_eq!(hits, [1, 1, 0]);
        let fault = book.get(id).unwrap();
        assert_eq!((fault.applied, fault.times_left()), (2, Some(0)));
    }

    #[test]
    fn waiting_faults_add_up_and_one_fault_spoils_the_answer() {
        let mut book = FaultBook::default();
        book.add(order(FaultKind::Hold));
        book.add(order(FaultKind::Html(502)));
        let unused = book.add(order(FaultKind::Empty));
        let taken = book.take(&request(ApiRoute::Token, None));
        assert_eq!(kinds(&taken), [&FaultKind::Hold, &FaultKind::Html(502)]);
        assert_eq!(book.get(unused).unwrap().applied, 0);
    }

    #[test]
    fn what_is_removed_or_forgotten_lets_go() {
        let mut book = FaultBook::default();
        let first = book.add(order(FaultKind::Hold));
        let gates: Vec<Gate> = book
            .take(&request(ApiRoute::Token, None))
            .into_iter()
            .map(|(_, gate)| gate)
            .collect();
        assert!(!gates[0].is_open());
        assert!(book.remove(first));
        assert!(gates[0].is_open());
        assert!(!book.remove(first));
        for _ in 0..=CAPACITY {
            book.add(order(FaultKind::Empty));
        }
        assert_eq!(book.all().count(), CAPACITY);
    }
}
