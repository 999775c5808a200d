//! The rules of each car.

use leptos::prelude::*;

use crate::{
    routes,
    settings::choice::Choice,
    vehicle::{model::Vehicle, units::PressureUnit},
    watch::{
        measure::Measure,
        model::{CarRules, Form, NoticesView, Refused, RuleSetting, TypedRules},
        rule::WatchRule,
    },
};

/// A form a car.
pub(super) fn rules(view: &NoticesView, refused: Option<&Refused>) -> AnyView {
    let forms: Vec<AnyView> = view
        .cars
        .iter()
        .enumerate()
        .map(|(index, car)| of_car(index, car, view.pressure, refused))
        .collect();

    view! {
        <section class="settings" aria-labelledby="rules">
            <h2 id="rules">"What Carport watches for"</h2>
            <p class="settings-aside">
                "Only what the car itself has said counts. A value that cannot be read, or is old, raises no notice; nor does what had been so for more than a week when you switched a rule on."
            </p>
            {forms}
        </section>
    }
    .into_any()
}

fn of_car(index: usize, car: &CarRules, unit: PressureUnit, refused: Option<&Refused>) -> AnyView {
    let shown = Shown::of(car, unit, refused);
    let name = name(&car.vehicle);
    let heading = format!("rules-{index}");
    let rows: Vec<AnyView> = WatchRule::ALL
        .into_iter()
        .enumerate()
        .map(|(place, rule)| row(index, rule, &shown, place))
        .collect();
    let are_all_on = car.rules.iter().all(|rule| rule.is_on);
    let all_four = (!are_all_on).then(|| all_four(&car.vehicle, &name));

    view! {
        <section class="watch-rules" aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{name.clone()}</h3>
            {all_four}
            <form method="post" action=routes::NOTICES autocomplete="off">
                <input type="hidden" name=Form::FIELD value=Form::RULES />
                <input type="hidden" name="vehicle" value=car.vehicle.id.0.clone() />
                <input type="hidden" name=PressureUnit::NAME value=shown.typed.pressure.code() />
                {rows}
                <button type="submit" class="button">
                    "Save"<span class="visually-hidden">" what to watch for in " {name}</span>
                </button>
            </form>
        </section>
    }
    .into_any()
}

fn all_four(vehicle: &Vehicle, name: &str) -> AnyView {
    view! {
        <form class="watch-all" method="post" action=routes::NOTICES>
            <input type="hidden" name=Form::FIELD value=Form::ALL_FOUR />
            <input type="hidden" name="vehicle" value=vehicle.id.0.clone() />
            <button type="submit" class="button button-primary">
                "Watch for all four"
                <span class="visually-hidden">" in " {name.to_owned()}</span>
            </button>
        </form>
    }
    .into_any()
}

/// Which car it is.
fn name(vehicle: &Vehicle) -> String {
    match vehicle.year {
        Some(year) => format!("{}, {year}", vehicle.name()),
        None => vehicle.name(),
    }
}

/// What stands in the form of a car: what holds, or what was typed and refused.
struct Shown {
    typed: TypedRules,
    mistakes: Vec<WatchRule>,
}

impl Shown {
    fn of(car: &CarRules, unit: PressureUnit, refused: Option<&Refused>) -> Self {
        match refused {
            Some(Refused::Rules {
                vehicle,
                typed,
                mistakes,
            }) if *vehicle == car.vehicle.id => Self {
                typed: typed.clone(),
                mistakes: mistakes.clone(),
            },
            _ => Self {
                typed: TypedRules {
                    rules: car.rules.map(|rule| (rule.is_on, number(rule, unit))),
                    pressure: unit,
                },
                mistakes: Vec::new(),
            },
        }
    }
}

fn number(setting: RuleSetting, pressure: PressureUnit) -> String {
    let rule = setting.rule;
    Measure { rule, pressure }.shown(setting.threshold)
}

/// A rule: whether, from when on, and what it means.
fn row(index: usize, rule: WatchRule, shown: &Shown, place: usize) -> AnyView {
    let (is_on, typed) = shown.typed.rules[place].clone();
    let is_wrong = shown.mistakes.contains(&rule);
    let is_first = shown.mistakes.first() == Some(&rule);
    let code = rule.code();
    let id = format!("rules-{index}-{code}");
    let (switch, field, hint) = (id.clone(), format!("{id}-number"), format!("{id}-hint"));
    let problem_id = format!("{id}-problem");
    let measure = Measure {
        rule,
        pressure: shown.typed.pressure,
    };
    let [least, most] = measure.bounds();
    let problem = is_wrong.then(|| {
        let sentence = format!("Type a number from {least} to {most} {}.", measure.unit());
        view! {
            <p class="field-problem" id=problem_id.clone() role="alert">
                {sentence}
            </p>
        }
    });
    let described_by = if is_wrong {
        format!("{problem_id} {hint}")
    } else {
        hint.clone()
    };
    let words = Words::of(rule);

    view! {
        <div class="watch-rule">
            <input
                type="checkbox"
                class="watch-switch"
                id=switch.clone()
                name=code
                value="on"
                checked=is_on
            />
            <div>
                <label for=switch>{words.switch}</label>
                <div class="watch-number">
                    <label for=field.clone()>
                        <span class="visually-hidden">{words.switch}", "</span>
                        {words.number}
                    </label>
                    <input
                        type="number"
                        class="text-field"
                        id=field
                        name=format!("{code}-number")
                        value=typed
                        min=least
                        max=most
                        step=measure.step()
                        inputmode="decimal"
                        required
                        autofocus=is_first
                        aria-invalid=is_wrong.then_some("true")
                        aria-describedby=described_by
                    />
                    <span aria-hidden="true">{measure.unit()}</span>
                </div>
                {problem}
                <p class="watch-hint" id=hint>
                    <span class="visually-hidden">{format!("In {}. ", measure.unit())}</span>
                    {words.hint}
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// The words of a rule.
struct Words {
    switch: &'static str,
    number: &'static str,
    hint: &'static str,
}

impl Words {
    const fn of(rule: WatchRule) -> Self {
        match rule {
            WatchRule::Unlocked => Self {
                switch: "Left unlocked",
                number: "for at least",
                hint: "Counted from when the car says that it was unlocked.",
            },
            WatchRule::ChargingStopped => Self {
                switch: "Charging stopped early",
                number: "if the car tells no limit, below",
                hint: "When charging ends more than two percent below the car’s own limit, and does not go on within five minutes. Not when you stopped it here, nor when the cable was taken out; a car that does not tell of its cable cannot know that.",
            },
            WatchRule::TyreLow => Self {
                switch: "Tyre low",
                number: "below",
                hint: "Over when every tyre is a little above it again.",
            },
            WatchRule::Silent => Self {
                switch: "Not heard of",
                number: "for at least",
                hint: "By the newest time that the car has given to any value.",
            },
        }
    }
}
