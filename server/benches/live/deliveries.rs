//! Deliveries as fast as they are answered.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use tokio::task::JoinSet;

use crate::{
    carport::Carport,
    owner::{Delivering, Owner},
};

/// How many are on their way at once.
pub(crate) const CONNECTIONS: usize = 128;

pub(crate) struct Run {
    workers: JoinSet<Vec<String>>,
    is_over: Arc<AtomicBool>,
}

impl Run {
    pub(crate) fn begin(carport: &Carport, owners: &[Arc<Owner>]) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let mut workers = JoinSet::new();
        for worker in 0..CONNECTIONS {
            let (to, owners) = (Delivering::to(carport), owners.to_vec());
            let is_over = Arc::clone(&is_over);
            workers.spawn(async move {
                let mut answered = Vec::new();
                for number in 0_u64.. {
                    let event_id = format!("load-{worker}-{number}");
                    let owner = &owners[(worker + answered.len() * CONNECTIONS) % owners.len()];
                    if owner.deliver(&to, &event_id, number % 100).await {
                        answered.push(event_id);
                    } else if is_over.load(Ordering::Relaxed) {
                        break;
                    } else {
                        // The program is gone, and the run about to end.
                        tokio::task::yield_now().await;
                    }
                }
                answered
            });
        }
        Self { workers, is_over }
    }

    /// The events that were answered with 2xx.
    pub(crate) async fn end(self) -> Vec<String> {
        self.is_over.store(true, Ordering::Relaxed);
        self.workers.join_all().await.concat()
    }
}
