//! Digests in the place of secrets: who reads the database finds no state, cookie or session id in
//! it that a browser could use.

use sha2::{Digest as _, Sha256};

/// The SHA-256 of a random secret of 128 bits or more, so that no salt is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of a secret.
    pub fn of(secret: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(secret.as_ref()).into())
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
