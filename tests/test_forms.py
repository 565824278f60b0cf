"""The form's specification, and what was filled in as the file of a record."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CASE, VOCABULARIES, catalogue
from form_values import PIECES, STORY, TEXT, filled_in, form_of, good_values, one_of_each, settled_texts
from test_golden_problems import ROOT, project
from whatworks import markup
from whatworks.forms import form_files
from whatworks.forms.form import form
from whatworks.forms.patterns import UnknownPartError, for_browser
from whatworks.forms.plain_text import as_markdown
from whatworks.forms.reading import as_values, sections
from whatworks.forms.settling import settled, two_years_on
from whatworks.forms.writing import as_file
from whatworks.front_matter import parse
from whatworks.loading import load
from whatworks.schemas import Schemas
from whatworks.vocabularies import Term, Vocabulary

DAY = "2026-11-22"
