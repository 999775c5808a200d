//! What guards every request, whatever it asks for.

pub(crate) mod cross_site;
pub(crate) mod error_page;
pub(crate) mod event;
pub(crate) mod headers;
pub(crate) mod oversized_body;
pub(crate) mod oversized_head;
pub(crate) mod request_id;
