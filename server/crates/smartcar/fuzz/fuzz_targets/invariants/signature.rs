//! The signature of a delivery, and the challenge that has none.

use sha2::{Digest, Sha256};
use smartcar::webhooks::{Challenge, Event, EventKind, ManagementTokens};

/// Takes three lines for a token, a signature and a body, which may have further lines.
///
/// # Panics
///
/// When something is not true of them.
pub(crate) fn check(input: &[u8]) {
    let mut parts = input.splitn(3, |byte| *byte == b'\n');
    let [token, signature, body] = [(); 3].map(|()| parts.next().unwrap_or_default());
    unsigned(body);
    let Ok(token) = std::str::from_utf8(token) else {
        return;
    };
    let Some(tokens) = ManagementTokens::new(&token.into()) else {
        assert_eq!(token.trim(), "", "only an empty token is none");
        return;
    };
    let token = token.trim();
    let right = signed(token, body);
    assert!(tokens.verify(body, right.as_bytes()), "the right one");
    let is_right = signature == right.as_bytes();
    assert_eq!(tokens.verify(body, signature), is_right, "no other one");
    spellings(&tokens, &right, body);
    flips(token, &right, body, input.len());
    in_turn(token, &right, body);
    assert_eq!(format!("{tokens:?}"), "ManagementTokens(1 hidden)");
    if let Some(challenge) = Challenge::read(body) {
        answered(token, &tokens, &challenge);
    }
}

/// What is taken without a signature is a short word, and no event.
fn unsigned(body: &[u8]) {
    let event = Event::decode(body);
    if let Some(challenge) = Challenge::read(body) {
        assert!(body.len() <= 4096);
        let word = challenge.as_str();
        assert!((1..=128).contains(&word.len()));
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        assert!(word.bytes().all(is_plain), "{word}");
        assert!(Event::decode(word.as_bytes()).is_err(), "{word}");
        assert_eq!(Challenge::read(word.as_bytes()), None, "{word}");
        let kind = event.map(|event| event.kind);
        assert!(kind.is_err() || kind.is_ok_and(|kind| kind == EventKind::Verify));
    } else if event.is_ok() {
        let text = std::str::from_utf8(body).expect("an event is text");
        assert_eq!(Challenge::new(text), None, "nobody has an event signed");
    }
}

/// The answer is what would sign the challenge, and nothing else is signed by it.
fn answered(token: &str, tokens: &ManagementTokens, challenge: &Challenge) {
    let answer = tokens.answer(challenge);
    assert_eq!(answer, signed(token, challenge.as_str().as_bytes()));
    let rotated = both("another", token);
    assert_eq!(
        rotated.answer(challenge),
        signed("another", challenge.as_str().as_bytes())
    );
}

/// The same digits in any other way.
fn spellings(tokens: &ManagementTokens, right: &str, body: &[u8]) {
    for wrong in [
        String::new(),
        right[..63].to_owned(),
        right[..62].to_owned(),
        right[1..].to_owned(),
        format!("{right}{right}"),
        format!("{right},{right}"),
        format!("{right}0"),
        format!("{right}00"),
        format!(" {right}"),
        format!("{right}\n"),
        format!("sha256={right}"),
    ] {
        assert!(!tokens.verify(body, wrong.as_bytes()), "{wrong:?}");
    }
    let capitals = right.to_uppercase();
    assert_eq!(tokens.verify(body, capitals.as_bytes()), capitals == right);
}

/// One bit of the body, the signature or the token is another.
fn flips(token: &str, right: &str, body: &[u8], seed: usize) {
    let tokens = ManagementTokens::new(&token.into()).expect("it is one");
    for round in 0..4 {
        let at = seed.wrapping_mul(2_654_435_761).wrapping_add(round * 7919);
        if let Some(body) = flipped(body, at) {
            assert!(!tokens.verify(&body, right.as_bytes()), "a bit of the body");
        }
        let signature = flipped(right.as_bytes(), at).expect("it has 64 bytes");
        assert!(!tokens.verify(body, &signature), "a bit of the signature");
        let other = flipped(token.as_bytes(), at).and_then(|token| String::from_utf8(token).ok());
        // To HMAC a key that ends in zeros is the key without them.
        let other = other.filter(|other| !other.contains('\0') && !token.contains('\0'));
        if let Some(other) = other.and_then(|other| ManagementTokens::new(&other.into())) {
            assert!(!other.verify(body, right.as_bytes()), "a bit of the token");
        }
    }
}

fn flipped(bytes: &[u8], at: usize) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_owned();
    let place = (at / 8).checked_rem(bytes.len())?;
    bytes[place] ^= 1 << (at % 8);
    Some(bytes)
}

/// While tokens are exchanged, each of them signs, and no third one does.
fn in_turn(token: &str, right: &str, body: &[u8]) {
    assert!(both(token, "another").verify(body, right.as_bytes()));
    assert!(both("another", token).verify(body, right.as_bytes()));
    if !["another", "third"].contains(&token) {
        assert!(!both("another", "third").verify(body, right.as_bytes()));
    }
}

fn both(current: &str, earlier: &str) -> ManagementTokens {
    let current = ManagementTokens::new(&current.into()).expect("it is one");
    current.or(&earlier.into())
}

/// HMAC-SHA256 as RFC 2104 writes it down, in hexadecimal: not by the crate that is tested.
fn signed(token: &str, message: &[u8]) -> String {
    let mut key = [0; 64];
    if token.len() > key.len() {
        key[..32].copy_from_slice(&Sha256::digest(token));
    } else {
        key[..token.len()].copy_from_slice(token.as_bytes());
    }
    let inner = Sha256::new()
        .chain_update(key.map(|byte| byte ^ 0x36))
        .chain_update(message)
        .finalize();
    let outer = Sha256::new()
        .chain_update(key.map(|byte| byte ^ 0x5c))
        .chain_update(inner)
        .finalize();
    hex::encode(outer)
}
