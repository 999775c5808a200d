//! The frame of Connect's screens.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::ending::ConnectError;
use super::session::ConnectSession;
use super::step::Step;
use crate::page::connect_page;

/// A screen: what is the same on all of them.
pub(super) struct Screen<'a> {
    pub(super) session: &'a ConnectSession,
    pub(super) step: Step,
    pub(super) heading: &'a str,
    /// The link to the screen before, and its words.
    pub(super) back: Option<(String, &'a str)>,
}

impl Screen<'_> {
    pub(super) fn response(&self, status: StatusCode, body: &Markup) -> Response {
        let content = html! {
            @if self.session.request.reauthenticates.is_none() { (self.progress()) }
            main {
                @if let Some((path, words)) = &self.back {
                    p.back { a href=(path) { (words) } }
                }
                h1 { (self.heading) }
                (body)
            }
            (self.error_fold())
        };
        (status, connect_page(self.heading, &content)).into_response()
    }

    fn progress(&self) -> Markup {
        let current = self.step.named();
        html! {
            nav aria-label="Progress" {
                ol.progress {
                    @for (step, name) in Step::NAMED {
                        li.passed[step < current] aria-current=[(step == current).then_some("step")] {
                            (name)
                        }
                    }
                }
            }
        }
    }

    fn error_fold(&self) -> Markup {
        html! {
            aside.simulator-fold aria-label="Simulator" {
                details {
                    summary { "Simulator: end with an error" }
                    @for (code, description, parameters) in ConnectError::KNOWN {
                        form method="post" action=(self.session.path_to("end")) {
                            @for parameter in parameters {
                                @let id = format!("{code}-{parameter}");
                                label for=(id) { (words(parameter)) }
                                input id=(id) name=(parameter) value=(example(parameter)) autocomplete="off";
                            }
                            button name="error" value=(code) title=(description) {
                                "End with " (code)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// No label here contains one of the screens' own: tests find fields by their labels.
fn words(parameter: &str) -> &'static str {
    match parameter {
        "vin" => "VIN of the car",
        "make" => "Make of the car",
        "year" => "Year of the car",
        "model" => "Model of the car",
        "status_code" => "Status of the error",
        _ => "Message of the error",
    }
}

fn example(parameter: &str) -> &'static str {
    match parameter {
        "vin" => "0SCAUDI012FE3B132",
        "make" => "AUDI",
        "year" => "2019",
        "model" => "A6",
        "status_code" => "400",
        _ => "Simulated configuration error",
    }
}

/// "Back to application" (reference 1.4, `user_manually_returned_to_application`).
pub(super) fn back_to_application(session: &ConnectSession) -> Markup {
    html! {
        form.quiet method="post" action=(session.path_to("return")) {
            button.plain type="submit" { "Back to application" }
        }
    }
}

/// What the owner did not fill in well.
pub(super) fn problem(complaint: Option<&str>) -> Markup {
    html! {
        @if let Some(complaint) = complaint {
            p.problem role="alert" { (complaint) }
        }
    }
}
