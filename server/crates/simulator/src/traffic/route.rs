//! The routes of the simulated API.

use axum::http::Method;
use serde::{Deserialize, Serialize};

/// A route of the token endpoint (reference 2) or of the vehicle API (reference 3 and 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ApiRoute {
    #[serde(rename = "token")]
    Token,
    #[serde(rename = "connections.list")]
    ConnectionsList,
    #[serde(rename = "connections.get")]
    ConnectionsGet,
    #[serde(rename = "connections.delete")]
    ConnectionsDelete,
    #[serde(rename = "vehicles.get")]
    VehiclesGet,
    #[serde(rename = "users.delete")]
    UsersDelete,
}

impl ApiRoute {
    pub(crate) const ALL: [Self; 6] = [
        Self::Token,
        Self::ConnectionsList,
        Self::ConnectionsGet,
        Self::ConnectionsDelete,
        Self::VehiclesGet,
        Self::UsersDelete,
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
        }
    }

    fn method(self) -> Method {
        match self {
            Self::Token => Method::POST,
            Self::ConnectionsList | Self::ConnectionsGet | Self::VehiclesGet => Method::GET,
            Self::ConnectionsDelete | Self::UsersDelete => Method::DELETE,
        }
    }

    /// The route that a method takes on a path which the router has matched.
    pub(crate) fn matched(method: &Method, template: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|route| route.method() == *method && route.template() == template)
    }
}
