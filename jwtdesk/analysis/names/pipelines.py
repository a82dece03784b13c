"""Claims of tokens that build pipelines get: GitHub Actions and GitLab."""

from jwtdesk.analysis.registered_name import Name, Sort

_GITHUB = (
    ("actor", "Who started the run"),
    ("actor_id", "The number of who started the run"),
    ("base_ref", "The branch that a pull request goes to"),
    ("head_ref", "The branch that a pull request comes from"),
    ("enterprise", "The enterprise of the repository"),
    ("enterprise_id", "The number of the enterprise"),
    ("environment", "The environment that the job deploys to"),
    ("environment_node_id", "The number of that environment"),
    ("event_name", "What set the run off"),
    ("job_workflow_sha", "The commit of the workflow that the job is part of"),
    ("ref_protected", "Whether the branch is protected"),
    ("ref_type", "Whether the ref is a branch or a tag"),
    ("repository_id", "The number of the repository"),
    ("repository_owner", "Who owns the repository"),
    ("repository_owner_id", "The number of who owns it"),
    ("repository_visibility", "Whether the repository is public"),
    ("run_id", "The number of the run"),
    ("run_number", "How many runs there were of this workflow"),
    ("run_attempt", "Which attempt at the run this is"),
    ("runner_environment", "Whether the machine is GitHub's or one's own"),
    ("workflow", "The name of the workflow"),
    ("workflow_ref", "The file of the workflow and its branch"),
    ("workflow_sha", "The commit of the workflow"),
)
_GITLAB = (
    ("namespace_id", "The number of the group or user"),
    ("namespace_path", "The group or user of the project"),
    ("project_id", "The number of the project"),
    ("pipeline_id", "The number of the pipeline"),
    ("pipeline_source", "What set the pipeline off"),
    ("job_id", "The number of the job"),
    ("user_login", "Who started the job"),
    ("user_email", "The e-mail address of who started the job"),
    ("ci_config_ref_uri", "The file that describes the pipeline"),
)

NAMES = tuple(
    Name(name, Sort.TEXT, meaning, service, order=7)
    for service, rows in (("GitHub Actions", _GITHUB), ("GitLab", _GITLAB))
    for name, meaning in rows
)
