//! Signatures (reference 8.2).

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// The lower-case hexadecimal HMAC-SHA256 of a message.
pub(super) fn sign(token: &str, message: &[u8]) -> String {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac =
        Hmac::<Sha256>::new_from_slice(token.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(message);
    hex::encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_smartcars_own_kit() {
        assert_eq!(
            sign("amt", b"challenge"),
            "9baf5a7464bd86740ad5a06e439dcf535a075022ed2c92d74efacf646d79328e"
        );
        assert_eq!(
            sign("amt", br#"{"pizza":"pasta"}"#),
            "4c05a8da471f05156ad717baa4017acd13a3a809850b9ca7d3301dcaaa854f70"
        );
    }
}
