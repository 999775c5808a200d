//! What the owner has allowed, what each permission unlocks, and the way to what is missing.

mod standing;
mod unlocks;

use leptos::prelude::*;

use self::standing::{Entry, Standing};
use crate::{home::permission::permission, routes, vehicle::car::Car};

/// A fold with what was granted, and what was not, each with what it unlocks.
pub(super) fn permissions(car: &Car) -> AnyView {
    let Standing {
        granted,
        missing,
        useless,
    } = standing::standing(car);
    let summary = format!(
        "What you have allowed ({}), and what not ({})",
        granted.len(),
        missing.len()
    );

    view! {
        <details class="fold page-fold permission-fold" id="permissions">
            <summary>{summary}</summary>
            {allowed(car, &granted)}
            {not_allowed(car, &missing)}
            {nothing_to_tell(&useless)}
        </details>
    }
    .into_any()
}

fn allowed(car: &Car, granted: &[Entry]) -> AnyView {
    if granted.is_empty() {
        return view! { <p>"Smartcar has not said what you have allowed."</p> }.into_any();
    }
    let entries: Vec<_> = granted
        .iter()
        .map(|entry| {
            let class = if permission(&entry.code).is_some() {
                ""
            } else {
                "code"
            };
            view! {
                <div>
                    <dt class=class>{entry.name.clone()}</dt>
                    <dd class="permission-unlocks">{unlocked(entry)}</dd>
                </div>
            }
        })
        .collect();

    view! {
        <dl class="permissions">{entries}</dl>
        {allow_less(car, granted)}
    }
    .into_any()
}

fn unlocked(entry: &Entry) -> String {
    if !entry.unlocks.is_empty() {
        entry.unlocks.join(", ")
    } else if unlocks::all(&entry.code).is_empty() {
        "Carport has no place for it.".to_owned()
    } else {
        "This car tells nothing of it.".to_owned()
    }
}

/// Connect for what is granted, and no more: there a box can be unticked.
fn allow_less(car: &Car, granted: &[Entry]) -> Option<AnyView> {
    let way = way(car, granted)?;
    Some(
        view! {
            <p>
                "To allow less, " <a href=way rel="external">"connect the car again"</a>
                " and untick it on Smartcar’s screen."
            </p>
        }
        .into_any(),
    )
}

fn not_allowed(car: &Car, missing: &[Entry]) -> Option<AnyView> {
    if missing.is_empty() {
        return None;
    }
    let entries: Vec<_> = missing
        .iter()
        .map(|entry| {
            let way = routes::login_for(&car.vehicle.id, &entry.code);
            let purpose = permission(&entry.code).map(|permission| permission.purpose);
            view! {
                <div>
                    <dt>{entry.name.clone()}</dt>
                    <dd>{purpose}</dd>
                    <dd class="permission-unlocks">{"Unlocks: ".to_owned() + &entry.unlocks.join(", ")}</dd>
                    <dd>
                        <a href=way rel="external">
                            {format!("Allow “{}”", entry.name)}
                        </a>
                    </dd>
                </div>
            }
        })
        .collect();
    let all = (missing.len() > 1).then(|| {
        view! {
            <p>
                <a class="button" href=way(car, missing) rel="external">
                    {format!("Connect again and allow all {}", missing.len())}
                </a>
            </p>
        }
    });

    Some(
        view! {
            <section aria-labelledby="not-allowed">
                <h2 id="not-allowed">"Not allowed"</h2>
                <p>
                    "Each link opens Smartcar, which asks you. Choose this car there. What you have allowed before is asked for again: leave it ticked to keep it."
                </p>
                <dl class="permissions">{entries}</dl>
                {all}
            </section>
        }
        .into_any(),
    )
}

/// The way to ask for all of these; `None` when Carport knows none of them.
fn way(car: &Car, entries: &[Entry]) -> Option<String> {
    let codes: Vec<&str> = entries
        .iter()
        .map(|entry| entry.code.as_str())
        .filter(|code| permission(code).is_some())
        .collect();
    (!codes.is_empty()).then(|| routes::login_for(&car.vehicle.id, &codes.join(" ")))
}

fn nothing_to_tell(useless: &[&str]) -> Option<AnyView> {
    (!useless.is_empty()).then(|| {
        let words = format!(
            "This car has nothing for: {}. There is no need to allow it.",
            useless.join(", ")
        );
        view! { <p>{words}</p> }.into_any()
    })
}

#[cfg(test)]
mod tests;
