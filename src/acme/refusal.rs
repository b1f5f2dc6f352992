//! What a CA has against an order, taken apart by name.

use instant_acme::{Problem, Subproblem};

use super::{Authorization, problem};

/// What the CA has against one name, or against the whole order.
pub(super) struct Refusal {
    pub text: String,
    pub short_type: String,
}

impl Refusal {
    pub(super) fn of_authorization(authorization: &Authorization) -> Option<Refusal> {
        let problem = authorization.problem.as_ref()?;
        let text = format!("{}: {}", authorization.identifier, problem::text(problem));
        Some(Refusal { text, short_type: problem::short_type(problem).to_owned() })
    }

    /// The subproblems by name, else the problem itself.
    pub(super) fn of_order(problem: &Problem) -> Vec<Refusal> {
        if problem.subproblems.is_empty() {
            return vec![Refusal { text: problem::text(problem), short_type: problem::short_type(problem).to_owned() }];
        }
        problem.subproblems.iter().map(Refusal::of_subproblem).collect()
    }

    fn of_subproblem(problem: &Subproblem) -> Refusal {
        let short_type = problem::short(problem.r#type.as_deref()).to_owned();
        Refusal { text: problem::of_name(problem), short_type }
    }
}
