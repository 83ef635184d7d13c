"""The rules of the house that no tool knows, over the whole tree. A refusal says where and what to do."""

import ast
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from attrs import fields, has

import joic_policy.contacts
from joic_policy.contacts.personal import is_personal

TREE = Path(__file__).parent.parent
TEXTS = {
    path.relative_to(TREE).as_posix(): path.read_text(encoding="utf-8")
    for pattern in ("*/**/*.py", "*/**/*.toml", "*.toml", "*.md", ".ci/*", ".*.yaml")
    for path in sorted(TREE.glob(pattern))
    if path.is_relative_to(TREE / ".ci")
    or not path.relative_to(TREE).parts[0].startswith((".", "build", "dist"))
}
MODULES = {file: ast.parse(text) for file, text in TEXTS.items() if file.endswith(".py")}
LIBRARY = {file: module for file, module in MODULES.items() if file.startswith("joic_policy/")}
PRODUCT = {file: module for file, module in MODULES.items() if file.startswith(("joic_policy/", "app/"))}

MODULE_LINES, VIEW_LINES, FUNCTION_LINES = 300, 80, 40

# Words of other houses; each idea has its own here (contact, duty, standard). A team manager is the policy's.
BANNED = {"ticket", "case", "sla", "handler", "manager", "util", "helper", "model"}

LEFT_BEHIND = {
    r"(?<![\w.])/(?:home|root|work|tmp|Users)/": "a path of one machine",
    r"\.\./[a-z]+/": "a path out of the tree",
    r"\bTO(?:DO)\b|\bFIX(?:ME)\b|\bX{3}\b": "do it, or leave it out",
    r"(?:pypi\.org|pythonhosted\.org)": "the host of a registry",
    r"(?i)\b(?:the[ ]brief|as (?:requested|instructed)|refactor(?:ed)|issue #?\d)\b": "say what is, not how",
}

# The text fields of a contact that tell nothing of the customer: references, staff, and what they decided.
NOT_PERSONAL = {
    "by",
    "owner",
    "recipient",
    "conflicted",
    "second_reader",
    "template",
    "file",
    "language",
    "route",
    "advised_route",
    "clause_id",
    "holiday",
    "FileNoteNotNeeded.why",
    "Erased.why",
}


def report(found: Iterable[str]) -> None:
    """Fail with every finding on a line of its own."""
    lines = list(found)
    assert not lines, "\n" + "\n".join(lines)


def defined(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name that a module gives to something, and its line."""
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.alias(asname=str(name)):
                yield name, node.lineno


def words(name: str) -> set[str]:
    """The words of a name in either style, in the singular."""
    parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("team_manager", "").split("_")
    return set(parts) | {part.removesuffix("s") for part in parts}


def imported(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every module that a module imports, and the line."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=str(name)):
                yield name, node.lineno


def documented(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines the docstring takes."""
    return len((ast.get_docstring(node, clean=False) or "").splitlines())


def exported(module: ast.Module) -> list[str]:
    """What stands in `__all__`."""
    for node in module.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return list(ast.literal_eval(value))
    return []


def test_names_use_the_words_of_the_policy() -> None:
    """One word per idea, and none of the words that say nothing."""
    names = [(file, *name) for file, module in MODULES.items() for name in defined(module)]
    names += [(file, part, 1) for file in MODULES for part in Path(file).with_suffix("").parts]

    report(
        f"{file}:{line}: {name}: find the policy's word for {', '.join(sorted(words(name) & BANNED))}"
        for file, name, line in names
        if words(name) & BANNED
    )


def test_modules_stay_small() -> None:
    """What grows beyond one reading is two things."""
    limits = {file: VIEW_LINES if file.startswith("app/views/") else MODULE_LINES for file in PRODUCT}

    report(
        f"{file}: {lines} lines, at most {limit}: find the second thing in it and move that out"
        for file, limit in limits.items()
        if (lines := TEXTS[file].count("\n")) > limit
    )


def test_functions_stay_small() -> None:
    """Counted without the docstring."""
    lengths = {
        f"{file}:{node.lineno}: {node.name}": (node.end_lineno or 0) - node.lineno + 1 - documented(node)
        for file, module in PRODUCT.items()
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    report(
        f"{where}: {lines} lines, at most {FUNCTION_LINES}: name its parts"
        for where, lines in lengths.items()
        if lines > FUNCTION_LINES
    )


def test_modules_say_what_they_are_and_what_is_public() -> None:
    """A docstring in each; in the library every public class and function is in `__all__`, or private."""
    found = [
        f"{file}:1: say in a docstring what it is" for file in PRODUCT if not ast.get_docstring(PRODUCT[file])
    ]
    found += [
        f"{file}:{node.lineno}: {node.name}: list it in __all__, or begin it with _"
        for file, module in LIBRARY.items()
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and node.name not in exported(module)
        if not file.endswith("/__main__.py")
    ]
    report(found)


def test_library_is_pure() -> None:
    """It imports attrs, cattrs, the standard library and, for the holidays, workalendar; it has no clock."""
    allowed = sys.stdlib_module_names - {"time"} | {"joic_policy", "attrs", "cattrs"}
    found = [
        f"{file}:{line}: {name}: leave it to the application"
        for file, module in LIBRARY.items()
        for name, line in imported(module)
        if (root := name.partition(".")[0]) not in allowed
        and not (root == "workalendar" and file.startswith("joic_policy/working_days/"))
    ]
    found += [
        f"{file}:{node.lineno}: .{node.attr}: take the instant or the day as an argument"
        for file, module in LIBRARY.items()
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    report(found)


def test_no_repr_tells_of_a_person() -> None:
    """In a contact each text is personal and out of the repr, or is known to tell nothing of the customer."""
    modules = [
        import_module(f"joic_policy.contacts.{module.name}")
        for module in pkgutil.iter_modules(joic_policy.contacts.__path__)
    ]
    classes = {
        kind for module in modules for kind in vars(module).values() if isinstance(kind, type) and has(kind)
    }
    texts = {
        f"{kind.__name__}.{attribute.name}": attribute
        for kind in classes
        for attribute in fields(kind)
        if attribute.type is str or is_personal(attribute)
    }

    assert texts
    report(
        f"joic_policy.contacts: {name}: declare it personal(), or add it to NOT_PERSONAL"
        for name, attribute in texts.items()
        if (attribute.repr if is_personal(attribute) else not {name, attribute.name} & NOT_PERSONAL)
    )


def test_nothing_is_left_behind() -> None:
    """No path of one machine, nothing put off, no story of how the tree came to be."""
    report(
        f"{file}:{number}: {line.strip()[:80]!r}: {remedy}"
        for file, text in TEXTS.items()
        for number, line in enumerate(text.splitlines(), 1)
        for pattern, remedy in LEFT_BEHIND.items()
        if re.search(pattern, line)
    )
