//! Chance as an argument.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// A source of unpredictable bytes. What needs chance takes one, so that a test can repeat itself.
pub trait Entropy: Send + Sync + 'static {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

impl dyn Entropy {
    /// A fresh 256-bit value in base64url without padding: 43 characters of `A-Z a-z 0-9 - _`.
    pub fn token(&self) -> String {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// A fresh random UUID (version 4).
    pub fn uuid(&self) -> uuid::Uuid {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}

/// The number of characters of [`dyn Entropy::token`](trait.Entropy.html).
pub const TOKEN_LENGTH: usize = 43;

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// # Panics
    ///
    /// When the operating system has no randomness to give: going on without would be unsafe.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the operating system for randomness"
    )]
    fn fill(&self, buffer: &mut [u8]) {
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}
