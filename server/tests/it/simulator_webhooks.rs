//! Smartcar's deliveries as the simulator makes them, over a socket, into the store.

use axum::http::StatusCode;
use serde_json::{Value, json};
use server::{lifecycle, webhook};
use smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN;
use time::Duration;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

use crate::support::{Grant, TestCarport};

const LOCKED: &str = "closure-islocked";

/// A Carport that is served, a car whose owner is signed in, and a webhook between them.
struct Scene {
    carport: TestCarport,
    grant: Grant,
    webhook: String,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

impl Scene {
    /// Up to the first delivery of the car.
    async fn start() -> Self {
        let flag = format!("--smartcar-management-token={DEVELOPMENT_MANAGEMENT_TOKEN}");
        let carport = TestCarport::start_with(&[&flag]).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let server = tokio::spawn(lifecycle::serve(carport.state.clone(), listener, async {
            let _ = stopped.await;
        }));
        let callback = format!("http://{address}{}", webhook::ADDRESS);
        let webhook = carport.smartcar.webhook(&callback).await;
        let mut browser = carport.browser();
        let email = "owner@example.com";
        carport.smartcar.account_with_cars(email, 1).await;
        let grant = carport.connect(&mut browser, email).await;
        carport
            .smartcar
            .deliveries("type=VERIFY&state=delivered", 1)
            .await;
        let scene = Self {
            carport,
            grant,
            webhook,
            stop,
            server,
        };
        scene.pass(2).await;
        let first = scene.delivered(1).await;
        assert_eq!(first[0]["reasons"], json!(["FIRST_DELIVERY"]));
        scene
    }

    /// Lets time pass for both.
    async fn pass(&self, seconds: i64) {
        self.carport.clock.advance(Duration::seconds(seconds));
        self.carport
            .smartcar
            .advance(Duration::seconds(seconds))
            .await;
    }

    async fn lock(&self, locked: bool) {
        let order = json!({ "state": { "locked": locked } });
        self.carport
            .smartcar
            .set_vehicle(&self.grant.vehicles[0], order)
            .await;
    }

    /// The delivered states, once there are so many, and Carport has worked on them.
    async fn delivered(&self, count: usize) -> Vec<Value> {
        let query = "type=VEHICLE_STATE&state=delivered";
        let delivered = self.carport.smartcar.deliveries(query, count).await;
        self.carport.state.unattended.settled().await;
        delivered
    }

    /// What is stored of whether the car is locked: the value, and whether there is a trouble.
    async fn stored(&self) -> (Value, bool) {
        let owner = smartcar::UserId::new(self.grant.user.as_str());
        let vehicle = smartcar::VehicleId::new(self.grant.vehicles[0].as_str());
        let signals = self.carport.state.store.signals(&owner, &vehicle).await;
        let signals = signals.unwrap();
        let signal = signals.iter().find(|signal| signal.code == LOCKED).unwrap();
        let good: Value = serde_json::from_str(&signal.good.as_ref().unwrap().json).unwrap();
        let body = ["/body/value", "/attributes/body/value"]
            .iter()
            .find_map(|path| good.pointer(path));
        (body.cloned().unwrap_or_default(), signal.trouble.is_some())
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        self.server.await.unwrap();
    }
}

#[tokio::test]
async fn a_change_in_the_car_is_in_the_store_without_a_request() {
    let scene = Scene::start().await;
    assert_eq!(scene.stored().await, (json!(true), false));
    scene.carport.smartcar.forget_requests().await;
    scene.pass(60).await;
    scene.lock(false).await;
    scene.delivered(2).await;
    assert_eq!(scene.stored().await, (json!(false), false));
    assert_eq!(scene.carport.smartcar.requests().await, [""; 0]);
    scene.end().await;
}

#[tokio::test]
async fn what_carport_could_not_keep_comes_again() {
    let scene = Scene::start().await;
    scene.pass(60).await;
    let database = &scene.carport.database;
    database
        .execute("ALTER TABLE delivery RENAME TO delivery_away")
        .await;
    scene.lock(false).await;
    let query = "type=VEHICLE_STATE&state=waiting&attempts=1";
    let waiting = scene.carport.smartcar.deliveries(query, 1).await;
    assert_eq!(waiting[0]["attempts"][0]["status"], 503);
    assert_eq!(scene.stored().await.0, json!(true));
    database
        .execute("ALTER TABLE delivery_away RENAME TO delivery")
        .await;
    scene.pass(25).await;
    let delivered = scene.delivered(2).await;
    assert_eq!(delivered[1]["eventId"], waiting[0]["eventId"]);
    assert_eq!(delivered[1]["attempts"][1]["status"], 200);
    assert_eq!(scene.stored().await.0, json!(false));
    scene.end().await;
}

#[tokio::test]
async fn twice_late_and_again_it_is_taken_in_once_and_in_its_order() {
    let scene = Scene::start().await;
    let smartcar = &scene.carport.smartcar;
    // Twice.
    scene.pass(60).await;
    smartcar.next_event(&scene.webhook, "duplicated").await;
    scene.lock(false).await;
    let twice = scene.delivered(3).await;
    assert_eq!(twice[1]["eventId"], twice[2]["eventId"]);
    assert_eq!(scene.stored().await.0, json!(false));
    // A repetition of what was true once changes nothing.
    scene.pass(60).await;
    scene.lock(true).await;
    scene.delivered(4).await;
    assert_eq!(scene.stored().await.0, json!(true));
    smartcar
        .repeat_delivery(twice[1]["id"].as_str().unwrap())
        .await;
    scene.delivered(5).await;
    assert_eq!(scene.stored().await.0, json!(true));
    // An older one after a newer one.
    smartcar.next_event(&scene.webhook, "overtaken").await;
    scene.pass(60).await;
    scene.lock(false).await;
    scene.pass(60).await;
    scene.lock(true).await;
    scene.delivered(7).await;
    assert_eq!(scene.stored().await.0, json!(true));
    scene.end().await;
}

#[tokio::test]
async fn forgeries_and_samples_change_nothing() {
    let scene = Scene::start().await;
    let smartcar = &scene.carport.smartcar;
    scene.pass(60).await;
    smartcar.next_event(&scene.webhook, "lost").await;
    scene.lock(false).await;
    let forgeries = [
        "wrongSignature",
        "noSignature",
        "truncatedSignature",
        "doubledSignature",
        "otherKey",
        "alteredBody",
    ];
    for (index, forgery) in forgeries.into_iter().enumerate() {
        smartcar
            .forge(&scene.webhook, &scene.grant.vehicles[0], forgery)
            .await;
        let failed = smartcar.deliveries("state=failed", index + 1).await;
        let status = &failed[index]["attempts"][0]["status"];
        assert_eq!(status, StatusCode::UNAUTHORIZED.as_u16(), "{forgery}");
    }
    smartcar.send_sample(&scene.webhook).await;
    scene.delivered(2).await;
    assert_eq!(scene.stored().await.0, json!(true));
    scene.end().await;
}

#[tokio::test]
async fn a_trouble_begins_and_ends() {
    let scene = Scene::start().await;
    let smartcar = &scene.carport.smartcar;
    let vehicle = &scene.grant.vehicles[0];
    scene.pass(60).await;
    let asleep = json!({ "error": { "type": "VEHICLE_STATE", "code": "ASLEEP" } });
    smartcar.set_signal(vehicle, LOCKED, &asleep).await;
    smartcar
        .deliveries("type=VEHICLE_ERROR&state=delivered", 1)
        .await;
    scene.carport.state.unattended.settled().await;
    assert_eq!(scene.stored().await, (json!(true), true));
    scene.pass(60).await;
    let locked = json!({ "body": { "value": true } });
    smartcar.set_signal(vehicle, LOCKED, &locked).await;
    smartcar
        .deliveries("type=VEHICLE_ERROR&state=delivered", 2)
        .await;
    scene.carport.state.unattended.settled().await;
    assert_eq!(scene.stored().await, (json!(true), false));
    scene.end().await;
}
