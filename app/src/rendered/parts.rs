//! The parts of an open page, exchanged one by one.

use leptos::prelude::*;

/// What a reader would lose: the place, what is being read or was filled in, the answer to a form.
/// A browser that does not know one of these passes over it. To Firefox every button that a script has
/// put there is `:user-valid`.
const IN_USE: &str = ":is(:focus, details[open], [role=alert], [aria-invalid], \
    :not(button):user-valid, :not(button):user-invalid)";

/// Puts the newer parts into the document, save those in which a reader is in the middle of
/// something. The elements around them stay, so that a change of the status is announced.
pub(super) fn exchange(shown: &mut [String], newer: Vec<String>) {
    let mut part = document().query_selector(".part").ok().flatten();
    for (shown, newer) in shown.iter_mut().zip(newer) {
        let Some(element) = part else { return };
        let is_used = || {
            element
                .query_selector(IN_USE)
                .is_ok_and(|one| one.is_some())
        };
        if *shown != newer && !is_used() {
            element.set_inner_html(&newer);
            *shown = newer;
        }
        part = element.next_element_sibling();
    }
}
