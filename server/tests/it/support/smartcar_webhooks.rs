//! The local Smartcar's webhooks, through its control plane.

use serde_json::{Value, json};

use super::TestSmartcar;

impl TestSmartcar {
    /// Makes a webhook that tells of whether cars are locked, and subscribes what is connected; its id.
    pub(crate) async fn webhook(&self, callback: &str) -> String {
        let order = json!({
            "callbackUri": callback,
            "signals": ["closure-islocked", "tractionbattery-stateofcharge"],
            "triggers": ["closure-islocked"],
        });
        let made = self.post("webhooks", &order).await;
        made["id"].as_str().unwrap().to_owned()
    }

    /// Says what is to become of the next event of a webhook.
    pub(crate) async fn next_event(&self, webhook: &str, mishap: &str) {
        let order = json!({ "next": { "mishap": mishap } });
        self.post(&format!("webhooks/{webhook}/next"), &order).await;
    }

    /// Delivers what a car says now, forged in this way.
    pub(crate) async fn forge(&self, webhook: &str, vehicle: &str, forgery: &str) {
        let order = json!({ "vehicleId": vehicle, "mishap": { "forged": forgery } });
        self.post(&format!("webhooks/{webhook}/deliveries"), &order)
            .await;
    }

    /// Sends a sample, as the dashboard does.
    pub(crate) async fn send_sample(&self, webhook: &str) {
        self.post(&format!("webhooks/{webhook}/test"), &json!({}))
            .await;
    }

    /// Sends what was sent again, to the letter.
    pub(crate) async fn repeat_delivery(&self, id: &str) {
        self.post(&format!("deliveries/{id}/repeat"), &json!({}))
            .await;
    }

    /// The deliveries that the query asks for, once there are so many.
    #[track_caller]
    pub(crate) fn deliveries(&self, query: &str, count: usize) -> impl Future<Output = Vec<Value>> {
        let path = format!("deliveries?{query}&await={count}");
        async move {
            let answer = self.get(&path).await;
            let found = answer["deliveries"].as_array().unwrap().clone();
            assert_eq!(
                found.len(),
                count,
                "{path}: {:#}",
                self.get("deliveries").await
            );
            found
        }
    }
}
