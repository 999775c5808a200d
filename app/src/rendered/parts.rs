//! The parts of an open page, brought up to date one by one.

use leptos::prelude::*;

use super::merge::merge_children;

/// What a reader would lose: what is being filled in or is about to be pressed, and the answer to it. A
/// browser that does not know one of these passes over it. To Firefox every button that a script has
/// put there is `:user-valid`.
const IN_USE: &str = ":is(form :focus, details[open] form, [role=alert], [aria-invalid], \
    :not(button):user-valid, :not(button):user-invalid)";

/// Brings the parts in the document up to date with the newer ones and their marks, save those in which
/// a reader is in the middle of something. The elements around them stay, so that a change of the
/// status is announced.
pub(super) fn exchange(
    shown: &mut [String],
    newer: impl Iterator<Item = (Option<String>, String)>,
) {
    let mut part = document().query_selector(".part").ok().flatten();
    for (shown, (markup, mark)) in shown.iter_mut().zip(newer) {
        let Some(element) = part else { return };
        let is_used = || {
            element
                .query_selector(IN_USE)
                .is_ok_and(|one| one.is_some())
        };
        if let Some(markup) = markup
            && !is_used()
        {
            let newer = document().create_element("div").expect("a name");
            newer.set_inner_html(&markup);
            merge_children(&element, &newer);
            *shown = mark;
        }
        part = element.next_element_sibling();
    }
}
