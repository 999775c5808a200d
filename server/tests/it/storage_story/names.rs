//! What owners call their vehicles.

use std::sync::Arc;

use server::storage::Store;
use smartcar::{UserId, VehicleId};

use super::{admit, garage, ids};

async fn name(store: &Arc<dyn Store>, owner: &str, id: &str, name: Option<&str>) {
    store
        .name_vehicle(&UserId::new(owner), &VehicleId::new(id), name)
        .await
        .unwrap();
}

/// Owner, vehicle and name of every vehicle of a garage.
async fn names(store: &Arc<dyn Store>, garage_name: &str) -> Vec<(String, String, Option<String>)> {
    let mut rows: Vec<_> = store
        .vehicles(&garage(garage_name))
        .await
        .unwrap()
        .into_iter()
        .map(|row| {
            (
                row.vehicle.owner.as_str().to_owned(),
                row.vehicle.vehicle.as_str().to_owned(),
                row.given_name,
            )
        })
        .collect();
    rows.sort();
    rows
}

fn row(owner: &str, id: &str, name: Option<&str>) -> (String, String, Option<String>) {
    (owner.to_owned(), id.to_owned(), name.map(str::to_owned))
}

pub(super) async fn a_name_belongs_to_one_owner_and_one_vehicle(store: Arc<dyn Store>) {
    admit(&store, "mine", "one", &["a", "b"]).await;
    admit(&store, "mine", "two", &["a"]).await;
    assert_eq!(names(&store, "mine").await[0], row("one", "a", None));
    name(&store, "one", "a", Some("Bluebird")).await;
    assert_eq!(
        names(&store, "mine").await,
        [
            row("one", "a", Some("Bluebird")),
            row("one", "b", None),
            row("two", "a", None)
        ]
    );
}

pub(super) async fn a_name_can_be_replaced_and_taken_back(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    for given in [Some("Bluebird"), Some("Magpie"), None, None] {
        name(&store, "owner", "car", given).await;
        assert_eq!(names(&store, "mine").await, [row("owner", "car", given)]);
    }
}

pub(super) async fn connecting_again_keeps_the_name(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    name(&store, "owner", "car", Some("Bluebird")).await;
    admit(&store, "elsewhere", "owner", &["car"]).await;
    assert_eq!(
        names(&store, "elsewhere").await,
        [row("owner", "car", Some("Bluebird"))]
    );
}

pub(super) async fn a_name_goes_with_its_vehicle(store: Arc<dyn Store>) {
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    admit(&store, "mine", "owner", &["car"]).await;
    name(&store, "owner", "car", Some("Bluebird")).await;
    store.remove_vehicle(&owner, &car).await.unwrap();
    admit(&store, "mine", "owner", &["car"]).await;
    assert_eq!(names(&store, "mine").await, [row("owner", "car", None)]);

    name(&store, "owner", "car", Some("Bluebird")).await;
    store.remove_owner(&owner).await.unwrap();
    admit(&store, "mine", "owner", &["car"]).await;
    assert_eq!(names(&store, "mine").await, [row("owner", "car", None)]);
}

pub(super) async fn a_vehicle_that_is_gone_gets_no_name(store: Arc<dyn Store>) {
    name(&store, "nobody", "nothing", Some("Bluebird")).await;
    admit(&store, "mine", "owner", &["car"]).await;
    name(&store, "owner", "other", Some("Bluebird")).await;
    name(&store, "other", "car", Some("Bluebird")).await;
    assert_eq!(ids(&store, "mine").await, ["car"]);
    assert_eq!(names(&store, "mine").await, [row("owner", "car", None)]);
}

pub(super) async fn a_hostile_name_is_stored_as_text(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let hostile = "'; DROP TABLE vehicle; -- <script>\u{202e}🚗";
    name(&store, "owner", "car", Some(hostile)).await;
    assert_eq!(
        names(&store, "mine").await,
        [row("owner", "car", Some(hostile))]
    );
}
