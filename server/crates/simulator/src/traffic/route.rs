//! The routes of the simulated API.

use axum::http::Method;

use crate::car::ScheduleKind;
use crate::command::CommandKind;

/// A route of the token endpoint (reference 2), of the vehicle API (reference 3 to 5) or of the
/// management API (reference 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ApiRoute {
    Token,
    ConnectionsList,
    ConnectionsGet,
    ConnectionsDelete,
    VehiclesGet,
    UsersDelete,
    SignalsList,
    SignalsGet,
    SchedulesGet,
    WebhooksList,
    WebhooksGet,
    SubscriptionsList,
    SubscriptionsCreate,
    SubscriptionsGet,
    SubscriptionsDelete,
    Command(CommandKind),
}

impl ApiRoute {
    pub(crate) const ALL: [Self; 27] = [
        Self::Token,
        Self::ConnectionsList,
        Self::ConnectionsGet,
        Self::ConnectionsDelete,
        Self::VehiclesGet,
        Self::UsersDelete,
        Self::SignalsList,
        Self::SignalsGet,
        Self::SchedulesGet,
        Self::WebhooksList,
        Self::WebhooksGet,
        Self::SubscriptionsList,
        Self::SubscriptionsCreate,
        Self::SubscriptionsGet,
        Self::SubscriptionsDelete,
        Self::Command(CommandKind::Lock),
        Self::Command(CommandKind::Unlock),
        Self::Command(CommandKind::ChargeStart),
        Self::Command(CommandKind::ChargeStop),
        Self::Command(CommandKind::ChargeSetLimit),
        Self::Command(CommandKind::ChargePortOpen),
        Self::Command(CommandKind::ChargePortClose),
        Self::Command(CommandKind::SetDestination),
        Self::Command(CommandKind::CreateSchedule(ScheduleKind::Daily)),
        Self::Command(CommandKind::CreateSchedule(ScheduleKind::Weekly)),
        Self::Command(CommandKind::CreateSchedule(ScheduleKind::Workweek)),
        Self::Command(CommandKind::DeleteSchedule),
    ];

    /// What the control plane calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::ConnectionsList => "connections.list",
            Self::ConnectionsGet => "connections.get",
            Self::ConnectionsDelete => "connections.delete",
            Self::VehiclesGet => "vehicles.get",
            Self::UsersDelete => "users.delete",
            Self::SignalsList => "signals.list",
            Self::SignalsGet => "signals.get",
            Self::SchedulesGet => "schedules.get",
            Self::WebhooksList => "webhooks.list",
            Self::WebhooksGet => "webhooks.get",
            Self::SubscriptionsList => "subscriptions.list",
            Self::SubscriptionsCreate => "subscriptions.create",
            Self::SubscriptionsGet => "subscriptions.get",
            Self::SubscriptionsDelete => "subscriptions.delete",
            Self::Command(kind) => kind.name(),
        }
    }

    /// The path with its placeholder.
    pub(crate) fn template(self) -> &'static str {
        match self {
            Self::Token => "/oauth2/token",
            Self::ConnectionsList => "/v3/connections",
            Self::ConnectionsGet | Self::ConnectionsDelete => "/v3/connections/{id}",
            Self::VehiclesGet => "/v3/vehicles/{id}",
            Self::UsersDelete => "/v3/users/{id}",
            Self::SignalsList => "/v3/vehicles/{id}/signals",
            Self::SignalsGet => "/v3/vehicles/{id}/signals/{code}",
            Self::SchedulesGet => "/v3/vehicles/{id}/charge-schedules/{schedule}",
            Self::WebhooksList => "/v3/webhooks",
            Self::WebhooksGet => "/v3/webhooks/{id}",
            Self::SubscriptionsList | Self::SubscriptionsCreate => "/v3/subscriptions",
            Self::SubscriptionsGet | Self::SubscriptionsDelete => "/v3/subscriptions/{id}",
            Self::Command(kind) => kind.template(),
        }
    }

    fn method(self) -> Method {
        match self {
            Self::ConnectionsDelete
            | Self::UsersDelete
            | Self::SubscriptionsDelete
            | Self::Command(CommandKind::DeleteSchedule) => Method::DELETE,
            Self::Token | Self::SubscriptionsCreate | Self::Command(_) => Method::POST,
            _ => Method::GET,
        }
    }

    /// The route that a method takes on a path which the router has matched.
    pub(crate) fn matched(method: &Method, template: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|route| route.method() == *method && route.template() == template)
    }
}
