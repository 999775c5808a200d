//! The HTTP client of deliveries.

use std::error::Error as _;
use std::sync::{Arc, OnceLock};

use reqwest::header::{CONTENT_TYPE, HeaderName};
use reqwest::{Client, Response, redirect};

use super::address::ThisMachine;
use super::delivery::AttemptOutcome;
use super::queue::Shipment;

/// The header with the signature (reference 8.2).
const SIGNATURE: HeaderName = HeaderName::from_static("sc-signature");
/// More than this of an answer is not read.
const LONGEST_ANSWER: usize = 16 * 1024;

/// Sends deliveries.
#[derive(Debug)]
pub(super) struct Sender {
    anywhere: bool,
    /// Made for the first delivery, since it costs more than many a test.
    client: OnceLock<Result<Client, String>>,
}

impl Sender {
    /// One that sends to this machine, or anywhere.
    pub(super) fn new(anywhere: bool) -> Self {
        Self {
            anywhere,
            client: OnceLock::new(),
        }
    }

    fn client(&self) -> &Result<Client, String> {
        self.client.get_or_init(|| {
            let client = builder(self.anywhere).build();
            client.map_err(|error| in_words(&error))
        })
    }

    /// Makes an attempt; waits for as long as the receiver does.
    pub(super) async fn send(&self, shipment: &Shipment) -> (AttemptOutcome, Vec<u8>) {
        let client = match self.client() {
            Ok(client) => client,
            Err(words) => return (AttemptOutcome::Unreachable(words.clone()), Vec::new()),
        };
        let mut request = client
            .post(shipment.to.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(shipment.parcel.body.clone());
        for signature in &shipment.parcel.signatures {
            request = request.header(SIGNATURE, signature);
        }
        match request.send().await {
            Ok(response) => {
                let status = response.status().as_u16();
                let answer = if shipment.asks_for_proof {
                    read(response).await
                } else {
                    Vec::new()
                };
                (AttemptOutcome::Answered(status), answer)
            }
            Err(error) => (
                AttemptOutcome::Unreachable(in_words(&error.without_url())),
                Vec::new(),
            ),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the simulator shares nothing with the client of the API; limits are those of the simulated clock"
)]
fn builder(anywhere: bool) -> reqwest::ClientBuilder {
    let builder = Client::builder()
        .no_proxy()
        .redirect(redirect::Policy::none())
        .user_agent("Smartcar/1.0.0");
    if anywhere {
        builder
    } else {
        builder.dns_resolver(Arc::new(ThisMachine))
    }
}

/// The beginning of an answer; what cannot be read is missing.
async fn read(mut response: Response) -> Vec<u8> {
    let mut answer = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        answer.extend_from_slice(&chunk);
        if answer.len() > LONGEST_ANSWER {
            break;
        }
    }
    answer
}

/// An error with its causes.
fn in_words(error: &reqwest::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words = format!("{words}: {error}");
        cause = error.source();
    }
    words
}
