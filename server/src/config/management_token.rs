//! The keys of webhooks.

use secrecy::{ExposeSecret, SecretString};
use smartcar::webhooks::ManagementTokens;

use super::{Arguments, Upstream};

/// Those of the variable, the current one first; those of the embedded simulator, where none is set.
pub(super) fn token_texts(arguments: &Arguments, upstream: Upstream) -> Vec<SecretString> {
    let given = arguments.smartcar_management_token.as_ref();
    let given = given
        .map(ExposeSecret::expose_secret)
        .filter(|text| !text.trim().is_empty());
    let text = match upstream {
        Upstream::EmbeddedSimulator => {
            given.unwrap_or(smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN)
        }
        Upstream::Smartcar => given.unwrap_or_default(),
    };
    let texts = text.split(',').map(str::trim);
    texts
        .filter(|text| !text.is_empty())
        .map(SecretString::from)
        .collect()
}

/// The keys of these texts; `None` where there is none.
pub(super) fn management_tokens(texts: &[SecretString]) -> Option<ManagementTokens> {
    let (current, earlier) = texts.split_first()?;
    let current = ManagementTokens::new(current)?;
    Some(earlier.iter().fold(current, ManagementTokens::or))
}
