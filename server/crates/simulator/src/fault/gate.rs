//! Where held answers wait.

use std::sync::Arc;

use tokio::sync::watch;

/// A gate that is shut until it is opened once, and that knows how many wait before it.
#[derive(Debug, Clone)]
pub(crate) struct Gate(Arc<watch::Sender<Waiting>>);

#[derive(Debug, Clone, Copy, Default)]
struct Waiting {
    held: usize,
    is_open: bool,
}

impl Default for Gate {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Waiting::default())))
    }
}

impl Gate {
    /// Waits until the gate is open.
    pub(crate) async fn pass(&self) {
        let _held = Held::before(self);
        let mut changes = self.0.subscribe();
        // The sender lives as long as `self`, so this ends with the gate's opening only.
        let _ = changes.wait_for(|waiting| waiting.is_open).await;
    }

    /// Lets everything through, now and later.
    pub(crate) fn open(&self) {
        self.0.send_modify(|waiting| waiting.is_open = true);
    }

    /// How many wait now.
    pub(crate) fn held(&self) -> usize {
        self.0.borrow().held
    }

    pub(crate) fn is_open(&self) -> bool {
        self.0.borrow().is_open
    }

    /// Waits until so many wait before the gate.
    pub(crate) async fn until_held(&self, count: usize) {
        let mut changes = self.0.subscribe();
        let _ = changes.wait_for(|waiting| waiting.held >= count).await;
    }
}

/// One that waits; counted off even if its client goes away.
struct Held<'gate>(&'gate Gate);

impl<'gate> Held<'gate> {
    fn before(gate: &'gate Gate) -> Self {
        gate.0.send_modify(|waiting| waiting.held += 1);
        Self(gate)
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.0.0.send_modify(|waiting| waiting.held -= 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn those_who_wait_are_counted_and_let_through_together() {
        let gate = Gate::default();
        let waiters: Vec<_> = (0..3)
            .map(|_| {
                let gate = gate.clone();
                tokio::spawn(async move { gate.pass().await })
            })
            .collect();
        gate.until_held(3).await;
        assert_eq!(gate.held(), 3);
        gate.open();
        for waiter in waiters {
            waiter.await.unwrap();
        }
        assert_eq!(gate.held(), 0);
        gate.pass().await;
    }

    #[tokio::test]
    async fn one_who_gives_up_is_no_longer_counted() {
        let gate = Gate::default();
        let waiter = tokio::spawn({
            let gate = gate.clone();
            async move { gate.pass().await }
        });
        gate.until_held(1).await;
        waiter.abort();
        assert!(waiter.await.unwrap_err().is_cancelled());
        assert_eq!(gate.held(), 0);
    }
}
