"""What words are about, in four languages, and words that say little of it."""

from __future__ import annotations

from typing import Final

from ivr.prose.words import set_of

CONCEPTS: Final = {
    "person": (
        "operator representative rep agent attendant receptionist reception person human someone somebody live "
        "operador operadora representante agente asesor asesora persona conseiller conseillere operateur "
        "mitarbeiter berater kundenberater switchboard frontdesk staff adviser advisor associate colleague anyone "
        "specialist technician recepcion zentrale vermittlung service help assistance support customer care desk "
        "team banker clerk"
    ),
    "money-back": "refund refunds reimbursement refunded money-back",
    "money": (
        "money bill billing bills invoice invoices payment payments pay paying paid balance charge charges refund "
        "fee fees account accounts factura facturas facturacion facturation pagar pago pagos facture factures "
        "paiement payer reglement rechnung rechnungen zahlung zahlen bezahlen kontostand saldo solde autopay statement "
        "statements tax taxes tasas tributos impuesto impuestos impot impots steuer steuern abschlag"
    ),
    "refill": (
        "refill refills prescription prescriptions medication medications renew renewal recetas receta ordonnance "
        "rezept rezepte medicine medicines renewals tablet tablets pill pills meds drug drugs "
        "pharmacy farmacia pharmacie apotheke"
    ),
    "order": (
        "order orders delivery deliveries shipment shipping package parcel parcels tracking track delivered "
        "pedido pedidos entrega commande commandes livraison colis bestellung bestellungen lieferung paket"
    ),
    "pharmacist": "pharmacist pharmacists pharmacy farmaceutico farmacia pharmacien pharmacie apotheker apotheke",
    "sales": "sales sale buy purchase new ventas comprar vente ventes acheter verkauf kaufen quote quotes pricing",
    "technical": (
        "technical tech technician troubleshooting internet broadband outage repair repairs fault faults soporte "
        "tecnico averia averias technique panne depannage technik technischer storung storungen breakdown broken"
    ),
    "appointment": (
        "cancel appointment appointments schedule scheduling booking book bookings reschedule visit visits cita "
        "citas reservar rendez-vous rdv termin termine terminvereinbarung reservation reservations"
    ),
    "cancel": (
        "cancel cancellation cancellations leaving end terminate anular cancelar resilier annuler kundigen kundigung "
        "stornieren retention retentions"
    ),
    "claim": (
        "claim claims damage accident siniestro siniestros sinistre sinistres schaden schadensmeldung schadenmeldung"
    ),
    "card": "card cards tarjeta tarjetas carte cartes karte karten",
    "lost": (
        "lost stolen missing theft robada robo roban robaron bloqueo bloquear extravio vol perte diebstahl robado "
        "perdida perdue volee verlust verloren gestohlen sperren block"
    ),
    "hours": (
        "hours opening open times horario horarios horaires offnungszeiten directions location locations address"
    ),
    "repeat": "repeat again hear replay repetir repeter reecouter wiederholen relisten listen",
    "back": "back previous return main menu start over principal anterior volver retour zuruck hauptmenu beginning",
    "language-es": "spanish espanol castellano",
    "language-en": "english ingles anglais englisch",
    "language-fr": "french francais frances franzosisch",
    "language-de": "german deutsch aleman allemand",
    "emergency": (
        "emergency emergencies urgent urgently dringend dringende dringenden urgente urgence urgences urgencia "
        "urgencias notfall notfalle leak"
    ),
    "results": "results result test resultados resultats ergebnisse befunde lab",
    "medicare": "medicare seniors senior",
    "abroad": "international abroad overseas foreign internacional extranjero etranger ausland",
    "returns": "return returns exchange devolucion devoluciones retours retouren",
    "message": "message messages voicemail mensaje mensajes messagerie nachricht",
    "jobs": "careers jobs employment recruitment hr resources personnel empleo emploi karriere human-resources",
    "media": "press-office media journalists",
    "password": "password passwords login account-access unlock reset pin contrasena passwort",
    "vision": "vision glasses eye eyes optical optician lenses",
    "dental": "dental dentist teeth tooth",
    "insurance": "insurance coverage insured seguro assurance versicherung",
    "mortgage": "mortgage mortgages loan loans lending prestamo prestamos hipoteca pret prets kredit kredite",
    "address": "address move moving mudanza mudarse demenagement umzug",
    "report": "report reporting",
    "burst": (
        "leak leaks burst bursts break fuga fugas rotura escape averia averias reventon fuite fuites rohrbruch "
        "wasserrohrbruch undicht"
    ),
    "papers": "passport passports birth marriage civil identite passeport passeports naissance ausweis reisepass",
    "housing": "housing residence residences dormitory dorm wohnheim wohnheimplatz wohnheimplatze logement vivienda",
    "meal": "restaurant table tables dining dinner lunch comedor mesa",
    "nurse": "nurse nurses nursing triage enfermera enfermero infirmiere infirmier krankenschwester pflegekraft",
    "doctor": (
        "doctor doctors physician physicians prescriber prescribers provider providers gp medico medica docteur "
        "medecin arzt arztin"
    ),
    "parking": "parking aparcamiento estacionamiento stationnement parken parkplatz parkplatze",
    "waste": (
        "waste refuse bins rubbish trash garbage recycling basura basuras residuos dechets ordures poubelles mull "
        "abfall sperrmull encombrants"
    ),
    "school": "school schools ecole ecoles escuela colegio schule schulen",
    "permit": "permit permits licence licences permiso permisos licencia licencias permis genehmigung baugenehmigung",
    "contract": (
        "contract contracts contrato contratos contrat contrats vertrag vertrage policy policies poliza polizas"
    ),
    "complaint": (
        "complaint complaints complain queja quejas reclamacion reclamaciones reclamation reclamations plainte "
        "plaintes beschwerde beschwerden"
    ),
    "baggage": "baggage luggage bag bags suitcase equipaje maleta maletas bagage bagages valise gepack koffer",
    "meter": "meter meters contador contadores lectura lecturas compteur releve zahler zahlerstand",
    "ticket": "ticket tickets fare fares billete billetes billet billets fahrkarte fahrkarten fahrschein",
    "outage": "outage outages corte cortes coupure coupures ausfall stromausfall power-cut blackout",
    "vaccine": "vaccine vaccines vaccination vaccinations immunization immunizations immunisation immunisations "
    "shot shots jab jabs vacuna vacunas vaccin vaccins impfung impfungen",
    "referral": "referral referrals uberweisung uberweisungen",
    "ferry": "ferry ferries sailing sailings boat boats crossing crossings fahre fahren ferris traversee traversees",
    "rent": "rent rental rentals letting lettings lease leases leasing miete mieten loyer loyers alquiler renta",
    "key": "keys locked lockout llave llaves cle cles schlussel ausgesperrt",
    "children": "child children pediatric pediatrics paediatric paediatrics kids nino ninos enfant enfants kind kinder",
    "works": "water sewer utility utilities",
}
"""Words that mean much the same, of one family or in other languages, by what they are about."""
KINDRED: Final = {
    "tuition": "tuition bursar studiengebuhren matricula",
    "fine": "fine fines penalty penalties citation citations multa multas amende amendes bussgeld bussgelder",
    "heating": "boiler boilers heating furnace radiator heizung chauffage caldera calefaccion",
    "membership": "membership memberships join joining mitgliedschaft adhesion afiliacion",
    "payroll": "payroll payslip payslips paycheck paychecks wages salary salaries nomina nominas paie lohn gehalt",
    "admission": (
        "admission admissions enrollment enrolment enroll enrol enrolling inscripcion inscription einschreibung"
    ),
    "drains": (
        "drain drains drainage sewer sewers sewage gully gullies kanal abwasser egout egouts alcantarillado "
        "kanalisation"
    ),
    "feedback": (
        "feedback suggestion suggestions compliment compliments comment comments complaint complaints sugerencia "
        "sugerencias commentaire commentaires anregungen lob plaintes quejas beschwerden"
    ),
    "car": "car cars vehicle vehicles auto autos coche coches voiture voitures fahrzeug fahrzeuge kfz",
    "pests": "pest pests rat rats rodent rodents vermin wasps",
    "animals": (
        "dog dogs animal animals pet pets stray strays perro perros animales chien chiens animaux hund hunde tiere"
    ),
    "lights": "streetlight streetlights lighting lamp lamps laterne laternen farola farolas lampadaire",
    "roads": "road roads pothole potholes footpath footpaths pavement pavements highway highways sidewalk sidewalks",
    "trees": "tree trees arbol arboles arbre arbres baum baume",
    "elections": "election elections electoral vote votes voting voter voters wahl wahlen elecciones",
    "death": "death deaths bereavement bereaved died funeral funerals probate deceased todesfall deces fallecimiento",
    "fraud": (
        "fraud fraudulent scam scams unauthorised unauthorized suspicious recognise recognize phishing fraude betrug"
    ),
    "dispute": "dispute disputes disputed disputing chargeback chargebacks",
    "network": "internet wifi wi-fi router modem broadband connection connectivity",
    "television": "tv television channel channels fernsehen tele",
    "activation": "activate activation activating activar activacion activer activation aktivieren freischalten",
    "timetable": "timetable timetables departures arrivals schedule schedules fahrplan fahrplane horaires horarios",
    "access": "wheelchair accessibility disability disabled mobility accessible",
    "groups": "group groups gruppe gruppen groupe groupes grupo grupos",
    "gift": "gift gifts voucher vouchers gutschein gutscheine regalo",
    "warranty": "warranty warranties guarantee garantie garantia gewahrleistung",
    "parts": "part parts spare spares ersatzteil ersatzteile repuestos",
    "installation": "installation install installing set-up setup",
    "donation": "donate donation donations giving spende spenden donacion donaciones",
    "volunteers": "volunteer volunteers volunteering voluntario voluntarios benevole benevoles ehrenamt",
    "imaging": "x-ray x-rays xray imaging radiology mri ultrasound radiologie rontgen",
    "blood": "blood phlebotomy sang sangre blut blutabnahme",
    "secretary": "secretary secretaries sekretariat secretaria secretariat",
    "maternity": "maternity midwife midwives pregnancy pregnant antenatal prenatal obstetrics",
    "pension": "pension pensions retirement rente renten retraite jubilacion",
}
"""More such words, which do not tell by themselves that they are what somebody calls about."""
LITTLE: Final = set_of(
    """call calls
    a an the of for to and or in on at by with from about regarding your our my their his her its this that these
    those all any other others more some you we i they it be been is are was were will would can could may do does
    did have has had get gets got need want like make made speak talk reach question questions inquiry inquiries
    enquiry enquiries issue issues problem problems concern concerns request requests related general info
    information matters matter queries query status here there who which what when if so as not directly connected
    connect put through transferred transfer into then also next available department departments member members
    customer customers clientele client clients cliente clientes
    caller callers line lines option options menu press calling ask asking check one ones
    dedicated trained access el la los las de del un una y o en con por para su sus si al que se le lo hablar
    comunicarse consulta consultas informacion quiere desea necesita les des du une et ou avec par pour votre vos au
    aux vous parler joindre demande demandes informations der die das den dem ein eine einen einem einer und oder
    mit von zu zum zur fur bei sie ihr ihre ihren wenn sprechen fragen frage anliegen informationen existing current
    anything something everything someone somebody thing things everyday help helping them him phone telephone
    telephoning hear larger bigger smaller right same me now please report minute minutes within than only usual
    usually straight after before first telefon telefonisch telefono alles etwas todo cualquier otra otro autre tout
    ha han he hay es son esta estan mi mis como donde cuando est sont ai j ma mon mes je comment quand puis-je ich
    mich mir mein meine meinen habe hat ist sind wie wo wann kann bekomme i'm i've don't can't how i'd"""
)
"""Words that say nothing of what a key is for."""
