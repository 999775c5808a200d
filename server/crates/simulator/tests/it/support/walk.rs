//! A browser that walks through Connect.

use super::{Harness, Reply};

/// A walk through Connect.
pub(crate) struct Walk<'a> {
    pub(super) harness: &'a Harness,
    pub(crate) base: String,
}

impl Walk<'_> {
    pub(crate) async fn see(&self, screen: &str) -> Reply {
        self.harness.get(&format!("{}/{screen}", self.base)).await
    }

    pub(crate) async fn submit(&self, screen: &str, fields: &[(&str, &str)]) -> Reply {
        self.harness
            .form(&format!("{}/{screen}", self.base), fields)
            .await
    }

    pub(crate) async fn choose_brand(&self, make: &str) -> Reply {
        self.submit("country", &[("country", "DE"), ("language", "en")])
            .await;
        self.submit("brand", &[("make", make)]).await
    }

    pub(crate) async fn log_in(&self, email: &str) -> Reply {
        self.submit("login", &[("email", email), ("password", "any")])
            .await
    }

    /// The ids of the cars on the grant screen.
    pub(crate) async fn cars(&self) -> Vec<String> {
        let page = self.see("grant").await.text();
        let boxes = page.split("name=\"vehicle\"").skip(1);
        boxes
            .map(|rest| rest.split("value=\"").nth(1).unwrap()[..36].to_owned())
            .collect()
    }

    /// Ticks every car and these permissions, and presses a button.
    pub(crate) async fn decide(
        &self,
        action: &str,
        permissions: &[&str],
        more: &[(&str, &str)],
    ) -> Reply {
        let cars = self.cars().await;
        let mut fields: Vec<(&str, &str)> =
            cars.iter().map(|id| ("vehicle", id.as_str())).collect();
        fields.extend(permissions.iter().map(|name| ("permission", *name)));
        fields.extend(more);
        self.submit(action, &fields).await
    }

    pub(crate) async fn allow(&self, permissions: &[&str]) -> Reply {
        self.decide("grant", permissions, &[("decision", "allow")])
            .await
    }
}
