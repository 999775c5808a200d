//! Bringing a piece of the document up to date by changing only what differs. What stays keeps its
//! focus, its selection and its open folds, and the browser has little to lay out anew.

use leptos::{
    wasm_bindgen::JsCast,
    web_sys::{Element, Node},
};

/// The reader's own: whether a fold is open.
const OPEN: &str = "open";

/// Gives `live` the children of `newer`, and takes those from there that are new.
pub(super) fn merge_children(live: &Node, newer: &Node) {
    let mut old = live.first_child();
    let mut next = newer.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        let is_found = |one: Option<&Node>| one.is_some_and(|one| is_it(one, &node));
        let mut is_there = is_found(old.as_ref());
        if !is_there
            && let Some(gone) = &old
            && let after = gone.next_sibling()
            && is_found(after.as_ref())
        {
            let _ = live.remove_child(gone);
            old = after;
            is_there = true;
        }
        let comes_later = |one: &Node| next.as_ref().is_some_and(|next| is_it(one, next));
        match old {
            Some(one) if is_there || is_same(&one, &node) && !comes_later(&one) => {
                old = one.next_sibling();
                merge(&one, &node);
            }
            before => {
                let _ = live.insert_before(&node, before.as_ref());
                old = before;
            }
        }
    }
    while let Some(gone) = old {
        old = gone.next_sibling();
        let _ = live.remove_child(&gone);
    }
}

/// Makes `live` what `newer` is, both being the same thing.
fn merge(live: &Node, newer: &Node) {
    if live.is_equal_node(Some(newer)) {
        return;
    }
    let (Some(element), Some(other)) = (live.dyn_ref::<Element>(), newer.dyn_ref::<Element>())
    else {
        live.set_node_value(newer.node_value().as_deref());
        return;
    };
    for name in attribute_names(element) {
        if name != OPEN && !other.has_attribute(&name) {
            let _ = element.remove_attribute(&name);
        }
    }
    for name in attribute_names(other) {
        let value = other.get_attribute(&name).unwrap_or_default();
        if name != OPEN && element.get_attribute(&name).as_ref() != Some(&value) {
            let _ = element.set_attribute(&name, &value);
        }
    }
    merge_children(live, newer);
}

/// Whether the one is certainly the other.
fn is_it(live: &Node, newer: &Node) -> bool {
    live.is_equal_node(Some(newer)) || id(live).is_some() && is_same(live, newer)
}

/// Whether the one may become the other: an element with an id is known by it.
fn is_same(live: &Node, newer: &Node) -> bool {
    live.node_name() == newer.node_name() && id(live) == id(newer)
}

fn id(node: &Node) -> Option<String> {
    node.dyn_ref::<Element>()?.get_attribute("id")
}

fn attribute_names(element: &Element) -> Vec<String> {
    let names = element.get_attribute_names();
    names.iter().filter_map(|name| name.as_string()).collect()
}
