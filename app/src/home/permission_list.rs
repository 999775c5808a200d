//! What Carport will ask for.

use leptos::prelude::*;

use super::permission::permission;

/// The permissions that Connect will list, each with what it is for.
#[component]
pub fn PermissionList(
    /// Their codes. Empty when they are chosen in Smartcar's dashboard.
    permissions: Vec<String>,
) -> AnyView {
    if permissions.is_empty() {
        return view! {
            <p class="permissions-elsewhere">
                "Smartcar’s own screen will list every permission by name before anything is shared. You allow or refuse there; Carport never sees more than that list."
            </p>
        }
        .into_any();
    }
    let entries: Vec<_> = permissions.into_iter().map(entry).collect();

    view! { <dl class="permissions">{entries}</dl> }.into_any()
}

fn entry(code: String) -> impl IntoView {
    let (class, name, purpose) = match permission(&code) {
        Some(known) => ("", known.name.to_owned(), known.purpose),
        None => ("code", code, "Smartcar’s screen will say what this one is."),
    };

    view! {
        <div>
            <dt class=class>{name}</dt>
            <dd>{purpose}</dd>
        </div>
    }
}
