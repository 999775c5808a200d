//! The module that reads the charts.

use leptos::prelude::*;

use crate::routes;

/// The module is kept by browsers for some time. Its address changes with its content, so that a newer
/// page never meets an older one.
const MARK: u64 = mark(include_bytes!("../../../../public/history.js"));

/// The element that loads the module. It runs where the document is loaded, and not where the part is
/// exchanged, so that links to the page are left to the browser.
pub(super) fn script() -> AnyView {
    let address = format!("{}?{MARK:016x}", routes::HISTORY_SCRIPT);
    view! { <script type="module" src=address></script> }.into_any()
}

/// FNV-1a: enough to tell one version from another.
const fn mark(content: &[u8]) -> u64 {
    let mut mark: u64 = 0xcbf2_9ce4_8422_2325;
    let mut index = 0;
    while index < content.len() {
        mark ^= content[index] as u64;
        mark = mark.wrapping_mul(0x0100_0000_01b3);
        index += 1;
    }
    mark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_has_another_mark() {
        // From the authors of the hash.
        assert_eq!(mark(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(mark(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(mark(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
