//! The store itself.

use std::sync::Arc;

use server::storage::Store;

pub(super) async fn the_database_answers(store: Arc<dyn Store>) {
    store.ping().await.unwrap();
    store.close().await;
    assert!(store.ping().await.is_err());
}
