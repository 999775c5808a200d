//! What the pages need of the server: traits that `server` implements and puts into Leptos' context
//! before a page is rendered or a server function runs.
//!
//! A [`Garage`] arrives already bound to the session of the request, so a server function cannot
//! forget to ask who is calling.

use std::sync::Arc;

use async_trait::async_trait;
use leptos::prelude::use_context;

use crate::{
    error::AppError,
    history::model::HistoryView,
    site::model::Site,
    vehicle::{
        car::{CarView, CarsView},
        model::{Vehicle, VehicleId},
    },
    watch::model::NoticesView,
};

/// The cars of the session that made this request.
#[async_trait]
pub trait Garage: Send + Sync + 'static {
    /// Carport's own settings and what it knows of this visitor. Never fails: a visitor without a
    /// session is a visitor too.
    async fn site(&self) -> Site;

    /// A mark of what there is to see of this session's cars: another one whenever something has
    /// changed. To be asked for before what it is a mark of.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`] without a session, [`AppError::Internal`] when the store fails.
    async fn revision(&self) -> Result<String, AppError>;

    /// Every car of this session with its essential readings, from the store, oldest connection
    /// first.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`] without a session, [`AppError::Internal`] when the store fails.
    async fn cars(&self) -> Result<CarsView, AppError>;

    /// Every car of this session, without its readings, oldest connection first.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`] without a session, [`AppError::Internal`] when the store fails.
    async fn vehicles(&self) -> Result<Vec<Vehicle>, AppError>;

    /// One car of this session with all its readings, from the store.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`] when this session has no such
    /// vehicle; [`AppError::Internal`].
    async fn car(&self, vehicle: VehicleId) -> Result<CarView, AppError>;

    /// What the owner wanted to be told of, and the rules for it.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`] without a session, [`AppError::Internal`] when the store fails.
    async fn notices(&self) -> Result<NoticesView, AppError>;

    /// How many notices are open: so, and not put away.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`] without a session, [`AppError::Internal`] when the store fails.
    async fn open_notices(&self) -> Result<u32, AppError>;

    /// What one car of this session has said over time, from the store.
    ///
    /// `query` is that of the page's address, as it stands there. What it asks for may be impossible,
    /// which is no error ([`HistoryView::asked`]).
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`] when this session has no such
    /// vehicle; [`AppError::Internal`].
    async fn history(&self, vehicle: VehicleId, query: String) -> Result<HistoryView, AppError>;

    /// Asks Smartcar once for every signal of one car. Asked again while that is on its way, or a
    /// moment after, it asks nothing more.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`]; [`AppError::TooEarly`] when the
    /// budget or Smartcar forbids it; [`AppError::LogInLapsed`]; [`AppError::OperatorsPlan`];
    /// [`AppError::SmartcarUnavailable`]. What was stored stays in each case.
    async fn refresh(&self, vehicle: VehicleId) -> Result<(), AppError>;

    /// Deletes the connection of one vehicle at Smartcar, then here.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`] when this session has no such
    /// vehicle; [`AppError::SmartcarUnavailable`] when Smartcar did not do it, and then nothing was
    /// deleted here either.
    async fn disconnect(&self, vehicle: VehicleId) -> Result<(), AppError>;

    /// Ends this session; the vehicles stay connected.
    ///
    /// # Errors
    ///
    /// [`AppError::Internal`] when the store fails. Without a session there is nothing to do.
    async fn sign_out(&self) -> Result<(), AppError>;

    /// Disconnects every vehicle at Smartcar, asks Smartcar to delete the user, deletes every row
    /// here and ends the session.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::SmartcarUnavailable`] when Smartcar did not do all of
    /// it, and then what remains is still here, to try again.
    async fn erase(&self) -> Result<(), AppError>;
}

/// The garage of the request at hand.
///
/// # Errors
///
/// [`AppError::Internal`] outside a request, which is a fault of the router.
pub fn garage() -> Result<Arc<dyn Garage>, AppError> {
    use_context::<Arc<dyn Garage>>().ok_or(AppError::Internal)
}
