//! What an owner wants to be told of: rules for each car, and the notices that came of them. To the
//! reader the page is called "Notices"; the word `notice` is taken by [`crate::notice`]. The page is
//! rendered by the server alone ([`crate::rendered`]), and its forms are posted to
//! [`crate::routes::NOTICES`].

#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "ssr")]
pub mod measure;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod rule;
#[cfg(feature = "ssr")]
pub mod sentence;

#[cfg(feature = "ssr")]
pub(crate) use content::content;
