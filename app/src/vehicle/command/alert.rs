//! What was wrong with the form that this page is the answer to, at the top of the page.

use leptos::prelude::*;

use super::{
    field::{id, label},
    form::RejectedForm,
};

/// The message, and the way to the field that it is about; nothing when there is none.
pub(in crate::vehicle) fn alert(rejected: Option<&RejectedForm>) -> AnyView {
    let Some(RejectedForm {
        command, mistake, ..
    }) = rejected
    else {
        return ().into_any();
    };
    let field = mistake.field().and_then(|field| {
        // On this page: not a matter for the router.
        let address = format!("#{}", id((*command)?, field));
        Some(view! { <a href=address rel="external">{label(field)?}</a> ": " })
    });

    view! {
        <div class="alert command-alert" role="alert">
            <p>{field}{mistake.to_string()}</p>
        </div>
    }
    .into_any()
}
