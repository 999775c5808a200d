//! What Carport will ask for.

use leptos::prelude::*;

use super::permission::permission;

/// The permissions that Connect will list, each with what it is for.
#[component]
pub fn PermissionList(
    /// Their codes. Empty when they are chosen in Smartcar's dashboard.
    permissions: Vec<String>,
) -> impl IntoView {
    if permissions.is_empty() {
        return view! {
            <p>
                "Smartcar’s own screen will list every permission by name before anything is shared. "
                "You allow or refuse there; Carport never sees more than that list."
            </p>
        }
        .into_any();
    }
    let entries = permissions
        .into_iter()
        .map(|code| match permission(&code) {
            Some(known) => view! {
                <div class="permission">
                    <dt>{known.name}</dt>
                    <dd>{known.purpose}</dd>
                </div>
            }
            .into_any(),
            None => view! {
                <div class="permission">
                    <dt>
                        <code>{code}</code>
                    </dt>
                    <dd>"Smartcar’s screen will say what this one is."</dd>
                </div>
            }
            .into_any(),
        })
        .collect_view();

    view! { <dl class="permissions">{entries}</dl> }.into_any()
}
