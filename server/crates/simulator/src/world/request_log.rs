//! The log of requests to the API.

use std::collections::VecDeque;

use serde::Serialize;

use crate::fleet::EmailAddress;

/// So many requests are remembered.
const CAPACITY: usize = 2_000;

/// The latest requests to the token endpoint and to the vehicle API, oldest first.
#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    entries: VecDeque<RequestEntry>,
    next_sequence: u64,
}

/// One request. `startedSequence` and `finishedSequence` are drawn from one counter: two requests
/// were in flight together when each started before the other finished.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RequestEntry {
    pub(crate) started_sequence: u64,
    pub(crate) finished_sequence: Option<u64>,
    pub(crate) request_id: String,
    pub(crate) method: String,
    /// The name of the route, `connections.list`; none for a path that leads nowhere.
    pub(crate) route: Option<&'static str>,
    pub(crate) template: Option<&'static str>,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    /// Whom the request concerned, where that is known.
    pub(crate) account: Option<EmailAddress>,
    pub(crate) status: Option<u16>,
}

impl RequestLog {
    /// Notes that a request has begun; returns its number. Forgets the oldest one where there are
    /// too many.
    pub(crate) fn begin(&mut self, mut entry: RequestEntry) -> u64 {
        entry.started_sequence = self.draw();
        if self.entries.len() == CAPACITY {
            self.entries.pop_front();
        }
        let sequence = entry.started_sequence;
        self.entries.push_back(entry);
        sequence
    }

    /// Notes how a request ended: with a status, or with none where the connection was dropped.
    pub(crate) fn finish(&mut self, started_sequence: u64, status: Option<u16>) {
        let finished_sequence = self.draw();
        let entry = self
            .entries
            .iter_mut()
            .rfind(|entry| entry.started_sequence == started_sequence);
        if let Some(entry) = entry {
            entry.finished_sequence = Some(finished_sequence);
            entry.status = status;
        }
    }

    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = &RequestEntry> {
        self.entries.iter()
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }

    fn draw(&mut self) -> u64 {
        self.next_sequence += 1;
        self.next_sequence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> RequestEntry {
        RequestEntry {
            started_sequence: 0,
            finished_sequence: None,
            request_id: String::new(),
            method: "GET".to_owned(),
            route: None,
            template: None,
            path: "/v3".to_owned(),
            query: None,
            account: None,
            status: None,
        }
    }

    #[test]
    fn requests_in_flight_together_overlap_in_their_numbers() {
        let mut log = RequestLog::default();
        let (first, second) = (log.begin(entry()), log.begin(entry()));
        log.finish(first, Some(200));
        log.finish(second, Some(200));
        let third = log.begin(entry());
        let entries: Vec<_> = log.entries().collect();
        assert!(entries[1].started_sequence < entries[0].finished_sequence.unwrap());
        assert!(third > entries[1].finished_sequence.unwrap());
        assert_eq!(entries[2].finished_sequence, None);
    }

    #[test]
    fn the_log_forgets_the_oldest() {
        let mut log = RequestLog::default();
        for _ in 0..=CAPACITY {
            log.begin(entry());
        }
        assert_eq!(log.entries().count(), CAPACITY);
        assert_eq!(log.entries().next().unwrap().started_sequence, 2);
    }
}
