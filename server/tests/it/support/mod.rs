//! What the tests share.

mod browser;
mod carport;
mod chance;
pub(crate) mod database;
mod heard;
mod program;
mod report;
mod smartcar;
mod smartcar_webhooks;
mod time;

pub(crate) use browser::{Browser, Page};
pub(crate) use carport::{Attempt, PUBLIC_URL, TestCarport};
pub(crate) use chance::CountingEntropy;
pub(crate) use heard::Heard;
pub(crate) use program::{Place, Program, is_success};
pub(crate) use report::report;
pub(crate) use smartcar::{Grant, TestSmartcar};
pub(crate) use time::SetClock;
