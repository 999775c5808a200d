//! Carport, the server: log-in through Smartcar Connect, the store, and the pages.
//!
//! A request runs through [`router`], which names every route and layer. [`auth`] says who is asking,
//! [`garage`] what they have, [`webhook`] takes what Smartcar says by itself, [`watch`] looks whether
//! that is worth a notice, [`storage`] remembers it; [`lifecycle`] puts the parts together.

pub mod auth;
pub mod budget;
pub mod clock;
pub mod config;
pub mod entropy;
mod events;
pub mod garage;
pub mod health;
pub mod history;
pub mod lifecycle;
pub mod pages;
pub mod router;
mod security;
mod serving;
mod settings;
pub mod site_folder;
mod smartcar_log;
mod stand_in;
pub mod state;
pub mod storage;
pub mod telemetry;
pub mod unattended;
pub mod watch;
pub mod webhook;
