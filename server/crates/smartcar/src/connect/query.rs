//! From parameters to an address of Connect.

use url::Url;

use crate::{Error, Origins};

/// The address of `path` at [`Origins::connect`], with those parameters that have a value.
///
/// # Errors
///
/// `InvalidArgument`, which names the parameter, for an empty value.
pub(super) fn address(
    origins: &Origins,
    path: &str,
    parameters: &[(&str, Option<&str>)],
) -> Result<Url, Error> {
    let mut url = origins.connect.as_url().clone();
    url.set_path(path);
    for (name, value) in parameters {
        match value {
            Some("") => return Err(Error::invalid_argument(&format!("{name} is empty"))),
            Some(value) => {
                url.query_pairs_mut().append_pair(name, value);
            }
            None => {}
        }
    }
    Ok(url)
}
