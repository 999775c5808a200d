//! Who is told that something has changed in what an owner sees.

use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
};

use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use smartcar::UserId;
use tokio::sync::Notify;

use super::{Digest, GarageId, StoreError};

/// What has changed since a page was made.
#[async_trait]
pub trait Revisions: Send + Sync + 'static {
    /// What there is to see of a garage, as a mark that changes with it; `None` when it holds no
    /// owner, as after signing out.
    async fn revision(&self, garage: &GarageId) -> Result<Option<Revision>, StoreError>;

    /// Who is told of changes, on this replica and on every other of the same database.
    fn changes(&self) -> &Arc<Changes>;
}

/// What there is to see of a garage at one moment.
#[derive(Clone, PartialEq, Eq)]
pub struct Revision {
    /// The owners that it holds.
    pub owners: Vec<UserId>,
    /// Another text whenever something has changed. It tells nothing.
    pub mark: String,
}

impl Revision {
    /// Of each owner, in their order: who, since when known here, and how often changed. The mark is a
    /// digest, since it gets into pages and addresses.
    pub(super) fn of(rows: Vec<(String, String, i64)>) -> Option<Self> {
        if rows.is_empty() {
            return None;
        }
        let digest = Digest::of(serde_json::json!(rows).to_string());
        Some(Self {
            mark: URL_SAFE_NO_PAD.encode(&digest.as_bytes()[..MARK_LENGTH]),
            owners: rows
                .into_iter()
                .map(|(owner, ..)| UserId::new(owner))
                .collect(),
        })
    }
}

impl fmt::Debug for Revision {
    /// Without the owners.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Revision")
            .field("mark", &self.mark)
            .finish_non_exhaustive()
    }
}

/// Of the digest, in bytes: it has to be another one, not a secret.
const MARK_LENGTH: usize = 12;

/// What somebody may want to hear of: a digest, which may travel between replicas.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic(String);

impl Topic {
    /// What an owner sees.
    pub fn owner(owner: &UserId) -> Self {
        Self::of("owner", owner.as_str())
    }

    /// Who is in a garage.
    pub fn garage(garage: &GarageId) -> Self {
        Self::of("garage", &garage.0)
    }

    /// A topic as another replica has named it.
    pub(super) fn named(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// As it is told to other replicas.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    fn of(kind: &str, id: &str) -> Self {
        Self(URL_SAFE_NO_PAD.encode(Digest::of(format!("{kind} {id}")).as_bytes()))
    }
}

/// Who on this replica waits for which topic.
#[derive(Debug, Default)]
pub struct Changes {
    listeners: Mutex<HashMap<Topic, Vec<Weak<Notify>>>>,
    has_ended: AtomicBool,
}

impl Changes {
    /// Listens to these topics. What is published from now on is not missed, however late it is
    /// waited for.
    pub fn listen(self: &Arc<Self>, topics: Vec<Topic>) -> Listener {
        let mut listener = Listener {
            changes: Arc::clone(self),
            wake: Arc::default(),
            topics: Vec::new(),
        };
        listener.follow(topics);
        listener
    }

    /// How many listen to this topic.
    pub fn listeners(&self, topic: &Topic) -> usize {
        self.lock().get(topic).map_or(0, Vec::len)
    }

    /// Tells those who listen to this topic.
    pub(super) fn publish(&self, topic: &Topic) {
        for listener in self.lock().get(topic).into_iter().flatten() {
            wake(listener);
        }
    }

    /// Tells everybody, who then look for themselves what they have missed.
    pub(super) fn publish_all(&self) {
        for listener in self.lock().values().flatten() {
            wake(listener);
        }
    }

    /// Tells everybody that there is nothing more to come, as when the server stops.
    pub fn end(&self) {
        self.has_ended.store(true, Ordering::SeqCst);
        self.publish_all();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Topic, Vec<Weak<Notify>>>> {
        self.listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn wake(listener: &Weak<Notify>) {
    if let Some(listener) = listener.upgrade() {
        listener.notify_one();
    }
}

/// Somebody who listens until dropped.
#[derive(Debug)]
pub struct Listener {
    changes: Arc<Changes>,
    wake: Arc<Notify>,
    topics: Vec<Topic>,
}

impl Listener {
    /// Listens to these topics from now on, and to no others. `false` when it did before.
    pub fn follow(&mut self, topics: Vec<Topic>) -> bool {
        if self.topics == topics {
            return false;
        }
        let mut listeners = self.changes.lock();
        self.leave(&mut listeners);
        for topic in &topics {
            let wake = Arc::downgrade(&self.wake);
            listeners.entry(topic.clone()).or_default().push(wake);
        }
        drop(listeners);
        self.topics = topics;
        true
    }

    /// Waits until something was published, or was since it was last waited for. `false` when nothing
    /// more is to come.
    pub async fn changed(&self) -> bool {
        if !self.changes.has_ended.load(Ordering::SeqCst) {
            self.wake.notified().await;
        }
        !self.changes.has_ended.load(Ordering::SeqCst)
    }

    fn leave(&self, listeners: &mut HashMap<Topic, Vec<Weak<Notify>>>) {
        for topic in &self.topics {
            if let Some(all) = listeners.get_mut(topic) {
                all.retain(|one| one.as_ptr() != Arc::as_ptr(&self.wake));
                if all.is_empty() {
                    listeners.remove(topic);
                }
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut listeners = self.changes.lock();
        self.leave(&mut listeners);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    fn topic(name: &str) -> Topic {
        Topic::owner(&UserId::new(name.to_owned()))
    }

    #[test]
    fn a_change_is_told_to_those_who_listen_to_it_and_to_nobody_else() {
        let changes = Arc::new(Changes::default());
        let one = changes.listen(vec![topic("one")]);
        let other = changes.listen(vec![topic("other")]);
        changes.publish(&topic("one"));

        assert_eq!(one.changed().now_or_never(), Some(true));
        assert_eq!(one.changed().now_or_never(), None, "told once");
        assert_eq!(other.changed().now_or_never(), None);
    }

    #[test]
    fn what_came_before_it_was_waited_for_is_told_once() {
        let changes = Arc::new(Changes::default());
        let listener = changes.listen(vec![topic("one"), topic("two")]);
        changes.publish(&topic("one"));
        changes.publish(&topic("two"));

        assert_eq!(listener.changed().now_or_never(), Some(true));
        assert_eq!(listener.changed().now_or_never(), None);
    }

    #[test]
    fn who_follows_other_topics_hears_nothing_of_the_old_ones() {
        let changes = Arc::new(Changes::default());
        let mut listener = changes.listen(vec![topic("one")]);
        listener.follow(vec![topic("two")]);
        changes.publish(&topic("one"));
        assert_eq!(listener.changed().now_or_never(), None);

        changes.publish(&topic("two"));
        assert_eq!(listener.changed().now_or_never(), Some(true));
    }

    #[test]
    fn who_has_left_leaves_nothing_behind() {
        let changes = Arc::new(Changes::default());
        let listener = changes.listen(vec![topic("one")]);
        assert_eq!(changes.listeners(&topic("one")), 1);
        drop(listener);

        assert_eq!(changes.listeners(&topic("one")), 0);
        assert!(changes.lock().is_empty());
    }

    #[test]
    fn the_end_is_told_to_everybody_and_to_who_comes_later() {
        let changes = Arc::new(Changes::default());
        let listener = changes.listen(vec![topic("one")]);
        changes.end();

        assert_eq!(listener.changed().now_or_never(), Some(false));
        let late = changes.listen(vec![topic("two")]);
        assert_eq!(late.changed().now_or_never(), Some(false));
    }

    #[test]
    fn a_mark_changes_with_whatever_it_is_made_of_and_shows_none_of_it() {
        let rows = |owner: &str, since: &str, revision| {
            Revision::of(vec![(owner.to_owned(), since.to_owned(), revision)])
                .expect("there is an owner")
                .mark
        };
        let mark = rows("owner-1", "5", 7);
        assert_eq!(mark, rows("owner-1", "5", 7));
        assert_eq!(mark.len(), 16);
        for other in [
            rows("owner-2", "5", 7),
            rows("owner-1", "6", 7),
            rows("owner-1", "5", 8),
        ] {
            assert_ne!(mark, other);
        }
        assert_eq!(Revision::of(Vec::new()), None);
    }
}
