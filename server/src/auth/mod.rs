//! Who is this? Log-in through Smartcar Connect, by the rules of design 4 (reference 1.7 has the
//! facts): `user_id` in the redirect is a plain query parameter and proves nothing.

mod attempt;
mod browser;
mod callback;
mod canonical_address;
mod exchange;
mod log_in_again;
mod login;
mod own_vehicle;
mod owner_check;
mod query;
mod reauthenticate;
mod scope;
mod session;
mod session_store;
mod wish;

use axum::{Router, routing::get};

pub use exchange::exchange;
pub use login::login;
pub use owner_check::OwnerCheck;
pub(crate) use query::Query;
pub use reauthenticate::reauthenticate;
pub use session::{SESSION_LIFETIME, SessionState, session_layer};
pub(crate) use session_store::session_exists;

use crate::state::AppState;

/// How long a log-in attempt may take, from `/login` or `/reauthenticate` to `/exchange`.
pub const ATTEMPT_LIFETIME: time::Duration = time::Duration::minutes(15);

/// How long an attempt is remembered after its end, so that its page can say "too late" and not
/// "unknown".
pub const ATTEMPT_MEMORY: time::Duration = time::Duration::days(1);

/// `/login`, `/reauthenticate` and `/exchange`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route(app::routes::LOGIN, get(login))
        .route(app::routes::REAUTHENTICATE, get(reauthenticate))
        .route(app::routes::EXCHANGE, get(exchange))
}
