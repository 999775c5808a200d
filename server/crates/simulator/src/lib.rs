//! A local Smartcar.
