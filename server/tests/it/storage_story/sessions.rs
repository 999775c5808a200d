//! Sessions and their end.

use std::sync::Arc;

use server::storage::{Digest, SessionRecord, Store};
use time::Duration;

use super::{admit, garage, ids, now};

pub(super) async fn a_session_lives_until_its_end(store: Arc<dyn Store>) {
    let id = Digest::of("id");
    let session = SessionRecord {
        data: r#"{"a":1}"#.to_owned(),
        garage: Some(garage("g")),
        expires_at: now() + Duration::days(1),
    };
    assert!(store.add_session(&id, &session).await.unwrap());
    assert!(!store.add_session(&id, &session).await.unwrap());
    assert_eq!(
        store.session(&id, now()).await.unwrap(),
        Some(session.clone())
    );
    assert_eq!(store.session(&id, session.expires_at).await.unwrap(), None);
    let longer = SessionRecord {
        data: "{}".to_owned(),
        garage: None,
        expires_at: now() + Duration::days(2),
    };
    store.save_session(&id, &longer).await.unwrap();
    assert_eq!(
        store.session(&id, session.expires_at).await.unwrap(),
        Some(longer)
    );
    store.remove_session(&id).await.unwrap();
    assert_eq!(store.session(&id, now()).await.unwrap(), None);
}

pub(super) async fn an_ended_session_takes_its_garage_along(store: Arc<dyn Store>) {
    let session = |name: &str, days| SessionRecord {
        data: "{}".to_owned(),
        garage: Some(garage(name)),
        expires_at: now() + Duration::days(days),
    };
    let (short, long) = (Digest::of("short"), Digest::of("long"));
    store
        .add_session(&short, &session("short", 1))
        .await
        .unwrap();
    store.add_session(&long, &session("long", 2)).await.unwrap();
    admit(&store, "short", "owner", &["car"]).await;
    admit(&store, "long", "owner", &["car"]).await;
    let then = now() + Duration::days(1);
    assert_eq!(store.remove_ended(then, then).await.unwrap(), 1);
    assert!(store.owners(&garage("short")).await.unwrap().is_empty());
    assert_eq!(ids(&store, "long").await, ["car"]);
}
