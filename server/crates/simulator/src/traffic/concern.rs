//! Whom a request concerns.

use axum::http::HeaderMap;
use uuid::Uuid;

use super::ApiRoute;
use crate::fleet::EmailAddress;
use crate::strict_query::StrictQuery;
use crate::world::World;

/// The account behind the connection, vehicle or user in the path, or else behind `sc-user-id`, or
/// else behind `filter[userId]`.
pub(crate) fn concerned_account(
    world: &World,
    route: Option<ApiRoute>,
    path_id: Option<&str>,
    headers: &HeaderMap,
    query: Option<&str>,
) -> Option<EmailAddress> {
    let path_id = path_id.and_then(|id| Uuid::parse_str(id).ok());
    let by_path = path_id.and_then(|id| match route? {
        ApiRoute::ConnectionsGet | ApiRoute::ConnectionsDelete => {
            world.connection(id).map(|connection| connection.user_id)
        }
        ApiRoute::UsersDelete => Some(id),
        ApiRoute::SubscriptionsGet | ApiRoute::SubscriptionsDelete => {
            let subscription = world.webhooks.subscription(id);
            subscription.map(|subscription| subscription.user_id)
        }
        ApiRoute::Token
        | ApiRoute::ConnectionsList
        | ApiRoute::WebhooksList
        | ApiRoute::WebhooksGet
        | ApiRoute::SubscriptionsList
        | ApiRoute::SubscriptionsCreate => None,
        ApiRoute::VehiclesGet
        | ApiRoute::SignalsList
        | ApiRoute::SignalsGet
        | ApiRoute::SchedulesGet
        | ApiRoute::Command(_) => world.vehicles.get(&id).map(|vehicle| vehicle.owner),
    });
    let by_header = || Uuid::parse_str(headers.get("sc-user-id")?.to_str().ok()?).ok();
    let by_filter = || {
        let query = StrictQuery::parse(query?.as_bytes()).ok()?;
        Uuid::parse_str(query.get("filter[userId]")?).ok()
    };
    let user_id = by_path.or_else(by_header).or_else(by_filter)?;
    world.account_of(user_id).cloned()
}
