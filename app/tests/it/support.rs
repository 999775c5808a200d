//! The router around a garage to order, and what comes back.

mod fake_garage;

use std::sync::Arc;

use app::{app::App, ports::Garage, shell::shell};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use leptos::prelude::{LeptosOptions, provide_context};
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};
use time::{OffsetDateTime, macros::datetime};
use tower::ServiceExt;

pub(crate) use fake_garage::FakeGarage;

/// The instant of every view.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The words between two pieces of the page.
    pub(crate) fn between(&self, before: &str, after: &str) -> &str {
        let rest = self.body.split_once(before).map_or("", |(_, rest)| rest);
        rest.split_once(after).map_or("", |(words, _)| words)
    }

    /// Whether the page has this link, and leaves it to the browser.
    pub(crate) fn has_link(&self, address: &str, words: &str) -> bool {
        let start = format!("<a href=\"{address}\" rel=\"external\"");
        let end = format!(">{words}</a>");
        self.body
            .split(&start)
            .skip(1)
            .filter_map(|rest| rest.split_once("</a>"))
            .any(|(link, _)| format!("{link}</a>").ends_with(&end))
    }

    pub(crate) fn heading(&self) -> &str {
        self.between("<h1 tabindex=\"-1\">", "</h1>")
    }
}

/// Sends one request to a server of this garage.
pub(crate) async fn ask(garage: &Arc<FakeGarage>, request: Request<Body>) -> Answer {
    let options = LeptosOptions::builder().output_name("carport").build();
    let context = {
        let (reader, refused) = (garage.reader, garage.refused.clone());
        let refused_rules = garage.refused_rules.clone();
        let garage: Arc<dyn Garage> = garage.clone();
        move || {
            provide_context(reader);
            if let Some(refused) = refused.clone() {
                provide_context(refused);
            }
            if let Some(refused) = refused_rules.clone() {
                provide_context(refused);
            }
            provide_context(garage.clone());
        }
    };
    let page = {
        let options = options.clone();
        move || shell(options.clone())
    };
    let response = Router::new()
        .leptos_routes_with_context(
            &options,
            generate_route_list(App),
            context.clone(),
            page.clone(),
        )
        .fallback(render_app_async_with_context(context, page))
        .with_state(options)
        .oneshot(request)
        .await
        .unwrap();
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();

    Answer {
        status: head.status,
        headers: head.headers,
        // The marks by which the browser's module finds its places are no part of the page.
        body: String::from_utf8(body.to_vec()).unwrap().replace("<!>", ""),
    }
}

/// Opens a page as a browser does.
pub(crate) async fn open(garage: FakeGarage, address: &str) -> Answer {
    let request = Request::get(address)
        .header(header::ACCEPT, "text/html,*/*")
        .body(Body::empty())
        .unwrap();
    ask(&Arc::new(garage), request).await
}
