"""Why an address is gone: what published/withdrawals.yml says of it or, for a case, what its own record says."""

from whatworks.catalogue import Catalogue
from whatworks.ledger import home_of, record_of
from whatworks.redirects import Notice


def notice_of(catalogue: Catalogue, address: str) -> Notice | None:
    """The notice that stands for an address, if it, its page or its record was withdrawn."""
    if listed := catalogue.moves.notice(address):
        return listed
    record = record_of(address)
    case = catalogue.case_by_id.get(record[1]) if record and record[0] == "case_studies" else None
    if not case or not case.withdrawn:
        return None
    gone = case.withdrawn
    successor = home_of("case_studies", gone.successor) if gone.successor in catalogue.case_by_id else ""
    return Notice(home_of("case_studies", case.id), gone.on, gone.reason, successor)
