//! One request and its answer: bounded, retried where that is safe, and without a trace of secrets.

mod answer;
mod attempt;
mod call;
mod exchange;
mod retry;
mod retry_after;
mod route;

pub(crate) use answer::Answer;
pub(crate) use call::Call;
pub(crate) use exchange::{Exchange, ExchangeSettings};
pub(crate) use retry::RetrySettings;
pub(crate) use retry_after::retry_after;
pub(crate) use route::Route;
