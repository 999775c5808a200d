//! A browser without a window: it keeps cookies and looks at what comes back.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, Response, StatusCode, header},
};
use tower::ServiceExt;

use super::Heard;

const LARGEST_PAGE: usize = 1024 * 1024;

/// A browser without a window.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    /// Of the body as it was sent, in bytes.
    pub(crate) length: usize,
}

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    pub(super) fn moved_to(&self, router: Router) -> Self {
        Self {
            router,
            cookies: self.cookies.clone(),
        }
    }

    /// Opens the events as an open page does.
    pub(crate) async fn listen(&self, path: &str, last_event_id: Option<&str>) -> Heard {
        let mut request = Request::get(path)
            .header(header::HOST, "localhost:8000")
            .header(header::ACCEPT_ENCODING, "gzip, deflate, br, zstd");
        if let Some(id) = last_event_id {
            request = request.header("Last-Event-ID", id);
        }
        let mut request = request.body(Body::empty()).unwrap();
        self.put_cookies(&mut request);
        Heard::of(self.router.clone().oneshot(request).await.unwrap())
    }

    /// Asks for a file, of which nothing is read yet.
    pub(crate) async fn download(&self, path: &str, encoding: &str) -> Response<Body> {
        let mut request = Request::get(path)
            .header(header::HOST, "localhost:8000")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_ENCODING, encoding)
            .body(Body::empty())
            .unwrap();
        self.put_cookies(&mut request);
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub(crate) fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        let request = Request::get(path).header(header::ACCEPT, "text/html");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a browser without JavaScript does.
    pub(crate) async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, super::PUBLIC_URL)
            .header("sec-fetch-site", "same-origin")
            .header(header::REFERER, format!("{}/vehicle", super::PUBLIC_URL));
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Page {
        let headers = request.headers_mut();
        headers
            .entry(header::HOST)
            .or_insert("localhost:8000".parse().unwrap());
        self.put_cookies(&mut request);
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.take_cookie(cookie.to_str().unwrap());
        }
        let bytes = to_bytes(body, LARGEST_PAGE).await.unwrap();
        Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            length: bytes.len(),
        }
    }

    fn put_cookies(&self, request: &mut Request<Body>) {
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let cookies = cookies.join("; ").parse().unwrap();
            request.headers_mut().insert(header::COOKIE, cookies);
        }
    }

    fn take_cookie(&mut self, cookie: &str) {
        let mut parts = cookie.split("; ");
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        if value.is_empty() || parts.any(|part| part == "Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.set_cookie(name, value);
        }
    }
}

impl Page {
    /// Where the page leads to.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        assert!(self.status.is_redirection(), "{self:?}");
        self.headers[header::LOCATION].to_str().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    #[track_caller]
    pub(crate) fn assert_status(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    #[track_caller]
    pub(crate) fn assert_shows(&self, text: &str) -> &Self {
        assert!(
            self.body.contains(text),
            "{text:?} is missing in {}",
            self.body
        );
        self
    }

    #[track_caller]
    pub(crate) fn assert_hides(&self, text: &str) -> &Self {
        let headers = format!("{:?}", self.headers);
        assert!(!self.body.contains(text), "{text:?} is in {}", self.body);
        assert!(!headers.contains(text), "{text:?} is in {headers}");
        self
    }
}
