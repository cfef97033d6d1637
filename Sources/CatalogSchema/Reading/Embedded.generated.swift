// Generated from the files of Grammar; do not edit.
// swift-format-ignore-file

/// The data of `Grammar/`: vocabularies as a `TermTable`, other files byte for byte.
package enum Embedded {
  /// `Grammar/vocabularies/task.json`
  package static let task: StaticString = ##"""
Segmentation|Semantic Segmentation|Seg.|Masks|Segmentation Masks			Marking every pixel or voxel that belongs to a structure.
Instance Segmentation|Instance|Instance Seg.|Instance Masks	Segmentation		Segmentation that keeps each single object apart from its neighbours.
Multi-Annotator Seg.|Multi-Annotator Segmentation|Multi-Rater Segmentation|Multi-Rater Seg.	Segmentation		Segmentation drawn by several people for the same images, so that their disagreement can be studied.
Panoptic Segmentation|Panoptic|Panoptic Seg.	Segmentation		Segmentation that labels every pixel and also separates countable objects.
Scribbles|Scribble|Scribble Annotations	Segmentation		Rough strokes inside structures in place of full outlines.
Centerlines|Centerline|Centrelines|Centreline|Centerline Extraction			Curves along the middle of tubular structures such as vessels or airways.
Classification|Image Classification|Diagnosis Labels			Assigning one class out of several to an image or a case.
Multi-Label Classification|Multilabel Classification	Classification		Assigning any number of classes to one image or case.
Grading|Severity Grading|Staging	Classification		Putting a finding on an ordered scale of severity.
Series Identification|Sequence Identification|Series Classification	Classification		Telling which kind of acquisition an image series is.
Detection|Object Detection|Lesion Detection			Finding where objects or lesions are, without their exact outline.
Bounding Boxes|Bounding Box|BBoxes	Detection		Rectangles or boxes drawn around objects.
Landmark Detection|Landmarks|Landmark Localization|Keypoints|Keypoint Detection	Detection		Locating named anatomical points.
Localization|Localisation	Detection		Telling roughly where in an image something is.
Tracking|Object Tracking|Cell Tracking			Following objects from frame to frame.
Counting|Cell Counting|Object Counting			Estimating how many objects an image shows.
Registration|Image Registration|Alignment			Finding the transformation that lays one image over another.
Motion Estimation|Optical Flow			Measuring how tissue or instruments move between frames.
Reconstruction|Image Reconstruction			Computing images from raw scanner measurements.
Denoising|Noise Reduction			Removing noise while keeping structures.
Super-Resolution|Superresolution			Computing a finer image from a coarse one.
Image Synthesis|Image Generation|Image Translation|Image-to-Image Translation			Producing images of one kind from another kind or from nothing.
Regression|Measurement			Predicting a number from an image, such as a volume or an age.
Survival Prediction|Survival Analysis|Prognosis|Outcome Prediction			Predicting how a disease will go on.
Report Generation|Radiology Report Generation			Writing a finding's text from images.
Text|Reports|Radiology Reports|Captions|Captioning			Written reports or captions that come with the images.
Visual Question Answering|VQA			Answering questions about an image.
Image Retrieval|Retrieval|Content-Based Image Retrieval			Finding similar images in a collection.
Phase Recognition|Workflow Recognition|Surgical Phase Recognition			Telling which step of a procedure a video frame shows.
Action Recognition|Activity Recognition			Telling what is being done in a video.
Depth Estimation|Monocular Depth Estimation			Estimating the distance of each pixel from the camera.
Quality Assessment|Image Quality Assessment			Judging whether an image is good enough for its purpose.
Anomaly Detection|Outlier Detection	Detection		Finding what departs from normal anatomy without naming it beforehand.
Just Images|Images Only|Unlabeled|Unlabelled|No Labels			Images without annotations.
Other			A purpose that no other term of the list names.
"""##

  /// `Grammar/vocabularies/modality.json`
  package static let modality: StaticString = ##"""
CT|Computed Tomography|CAT scan|CT scan|CTs		CT	Cross-sections computed from X-ray projections around the body.
CTA|CT Angiography|Computed Tomography Angiography	CT	CT	CT with contrast agent in the vessels.
CBCT|Cone Beam CT|Cone-Beam Computed Tomography	CT	CT	CT from a cone of rays and a flat detector, common in dentistry and radiotherapy.
Micro-CT|uCT|µCT	CT	CT	CT of small samples at micrometre resolution.
4D CT|4DCT	CT	CT	CT volumes over the phases of breathing or heartbeat.
MRI|MR|Magnetic Resonance|Magnetic Resonance Imaging|MR imaging|MRIs		MR	Images from the response of nuclei to radio pulses in a strong magnetic field.
T1-MRI|T1|T1w|T1w MRI|T1 weighted MRI|T1-weighted MR	MRI	MR	MRI weighted so that fat is bright and fluid dark.
T2-MRI|T2|T2w|T2w MRI|T2 weighted MRI|T2-weighted MR	MRI	MR	MRI weighted so that fluid is bright.
FLAIR|FLAIR MRI|T2-FLAIR|Fluid-Attenuated Inversion Recovery	MRI	MR	T2-like MRI in which free fluid is suppressed.
DWI|Diffusion MRI|dMRI|Diffusion-Weighted Imaging|Diffusion Weighted MRI	MRI	MR	MRI sensitive to the motion of water in tissue.
DTI|Diffusion Tensor Imaging	DWI	MR	Diffusion MRI in many directions, from which fibre tracts are computed.
fMRI|Functional MRI|Functional Magnetic Resonance Imaging	MRI	MR	MRI over time that follows blood oxygenation in the brain.
Cine-MRI|Cine MR|Cine CMR	CMR	MR	MRI of the beating heart as a film.
CMR|Cardiac MRI|Cardiovascular Magnetic Resonance|Cardiac MR	MRI	MR	MRI of the heart and the great vessels.
LGE-MRI|LGE|Late Gadolinium Enhancement	CMR	MR	Heart MRI after contrast agent, in which scar is bright.
DCE-MRI|Dynamic Contrast-Enhanced MRI	MRI	MR	MRI repeated while contrast agent washes in and out.
MRA|MR Angiography|Magnetic Resonance Angiography	MRI	MR	MRI of the vessels.
MR Spectroscopy|MRS	MRI	MR	Chemical spectra measured with MRI equipment.
Multimodal MRI|Multi-Modal MRI|Multiparametric MRI|mpMRI|Multi-Sequence MRI	MRI	MR	Several MRI contrasts of the same patient.
PET|Positron Emission Tomography		PT	The distribution of a positron-emitting tracer.
PET/CT|PET-CT|PETCT	PET	PT	PET and CT from one combined scanner.
PET/MR|PET-MR|PET/MRI	PET	PT	PET and MRI from one combined scanner.
SPECT|Single Photon Emission Computed Tomography		NM	Cross-sections of a gamma-emitting tracer.
SPECT/CT|SPECT-CT	SPECT	NM	SPECT and CT from one combined scanner.
Scintigraphy|Bone Scan|Nuclear Medicine		NM	Flat images of a gamma-emitting tracer.
X-Ray|XRay|X Rays|Radiograph|Radiographs|Radiography|CXR|Digital Radiography		DX	A projection of the body made with X-rays.
Panoramic X-Ray|Orthopantomogram|OPG|Panoramic Radiograph	X-Ray	PX	One X-ray picture of both jaws with all teeth.
Mammography|Mammogram|Mammograms|Digital Mammography	X-Ray	MG	X-ray images of the breast.
Tomosynthesis|DBT|Digital Breast Tomosynthesis	Mammography	MG	Slices computed from breast X-rays at a few angles.
Angiography|X-Ray Angiography|Coronary Angiography	X-Ray	XA	X-ray images of vessels filled with contrast agent.
DSA|Digital Subtraction Angiography	Angiography	XA	Angiography from which the image without contrast agent was subtracted.
Fluoroscopy|C-Arm	X-Ray	RF	X-ray images shown live.
DXA|DEXA|Bone Densitometry	X-Ray	BMD	X-rays of two energies that measure bone density.
Ultrasound|US|Ultrasonography|Sonography|Ultrasounds		US	Images from the echoes of high-frequency sound.
Ultrasound Video|US Video|Ultrasound Cine|Ultrasound Videos	Ultrasound	US	A clip of ultrasound frames.
CEUS|Contrast-Enhanced Ultrasound	Ultrasound	US	Ultrasound with microbubbles as contrast agent.
Echo|Echocardiography|Echocardiogram|Echocardiograms	Ultrasound	US	Ultrasound of the heart.
IVUS|Intravascular Ultrasound	Ultrasound	IVUS	Ultrasound from inside a vessel.
Elastography|Ultrasound Elastography	Ultrasound	US	Images of how stiff tissue is.
Photoacoustic|Photoacoustic Imaging|Optoacoustic Imaging		PA	Ultrasound waves that light pulses cause in tissue.
Microscopy|Light Microscopy|Optical Microscopy		GM	Enlarged images of cells or tissue.
Fluorescence Microscopy|Immunofluorescence	Microscopy	GM	Microscopy of stains or proteins that glow.
Confocal Microscopy|Confocal	Microscopy	CFM	Microscopy that scans one focal plane after another.
Light-Sheet Microscopy|Light Sheet|LSFM	Fluorescence Microscopy		Fluorescence microscopy lit by a thin sheet of light.
Phase Contrast Microscopy|Phase Contrast	Microscopy	GM	Microscopy that makes differences in refraction visible.
Electron Microscopy|EM|TEM|SEM|ssTEM|Electron Microscope	Microscopy		Images made with electrons in place of light.
Cryo-EM|Cryo Electron Microscopy|Cryo-ET	Electron Microscopy		Electron microscopy of frozen samples.
Optical Microscope Camera|Microscope Camera	Microscopy	GM	Photographs taken through an ordinary microscope.
WSI|Whole Slide Image|Whole Slide Images|Whole Slide Imaging|Histopathology|Histology	Microscopy	SM	A whole glass slide of stained tissue, scanned at high resolution.
Cytology|Cytopathology|Pap Smear	Microscopy	SM	Microscopy of loose cells on a slide.
Retinal|Fundus|Fundus Photography|Retinal Fundus|Color Fundus|Fundus Image		OP	Photographs of the back of the eye.
OCT|Optical Coherence Tomography		OPT	Depth profiles of tissue, mostly the retina, from reflected light.
OCTA|OCT Angiography|Optical Coherence Tomography Angiography	OCT	OPT	OCT that shows flowing blood.
Fluorescein Angiography|FFA|Fundus Fluorescein Angiography	Retinal	OP	Photographs of the retina after a fluorescent dye.
Slit Lamp|Slit-Lamp Photography		OP	Photographs of the front of the eye lit by a narrow beam.
Derm|Dermatology|Dermoscopy|Dermatoscopy|Dermoscopic|Skin Images		XC	Close pictures of the skin, often through a dermatoscope.
Photography|Photo|Photos|Photographs|RGB|Clinical Photography		XC	Pictures taken with an ordinary camera.
Thermography|Infrared Imaging|Thermal Imaging		TG	Images of heat radiation.
Hyperspectral|Hyperspectral Imaging|HSI			Images with many narrow bands of colour.
Scope|Endoscopy|Endoscope|Colonoscopy|Endoscopic|Gastroscopy|Laparoscopy|Bronchoscopy		ES	Pictures from a camera inside the body.
Endoscopic video|Endoscopy Video|Colonoscopy Video|Endoscopic Videos	Scope	ES	A film from an endoscope.
Surgical video|Laparoscopic Video|Surgery Video|Surgical Videos	Scope	ES	A film of an operation.
Fetoscopic Video|Fetoscopy|Fetoscopy Video|Fetoscopic Videos	Scope	ES	A film from an endoscope in the womb.
Capsule Endoscopy|Video Capsule Endoscopy|WCE	Scope	ES	Pictures from a swallowed camera.
Intra-oral scan|Intraoral scans|IOS|Dental scan		IO	A surface model of teeth and gums from a hand-held scanner.
EEG|Electroencephalography		EEG	Electric activity of the brain over time.
ECG|EKG|Electrocardiogram		ECG	Electric activity of the heart over time.
"""##

  /// `Grammar/vocabularies/dimension.json`
  package static let dimension: StaticString = ##"""
1D|1-D|One-Dimensional			A signal along one axis.
2D|2-D|Two-Dimensional|2 Dim			A flat image.
2.5D|2.5-D			A few neighbouring slices taken together, or a surface with depth.
3D|3-D|Three-Dimensional|Volumetric|3 Dim			A volume of slices or voxels.
2D + Time|2D+t|2D+T|2D Time|2D video|2Dt	2D		Flat frames over time, as in a video.
3D + Time|3D+t|3D+T|3D Time|3Dt	3D		Volumes over time, as frames of three dimensions.
4D|4-D|Four-Dimensional	3D		Volumes with a fourth axis, mostly time.
5D|5-D	4D		Volumes over time with several channels.
"""##

  /// `Grammar/schemas/dataset.json`
  package static let dataset: StaticString = ##"""
{
  "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
  "name": "dataset",
  "title": "Datasets with their tasks, image types and dimensions",
  "fields": [
    {
      "name": "dataset", "title": "Dataset", "type": "string",
      "description": "The dataset's name, linked to where it is published.",
      "constraints": { "required": true, "unique": true },
      "mdcatalog:key": true, "mdcatalog:link": true, "mdcatalog:sorted": true,
      "mdcatalog:headerAliases": ["Datasets", "Data set", "Dataset name", "Name of dataset"]
    },
    {
      "name": "description", "title": "Description", "type": "string",
      "description": "What the images show, in a sentence or two.",
      "constraints": { "required": true },
      "mdcatalog:headerAliases": ["Descriptions", "Summary"]
    },
    {
      "name": "task", "title": "Labels / Task(s)", "type": "list", "delimiter": ", ",
      "description": "What the labels are for.",
      "constraints": { "required": true },
      "mdcatalog:vocabulary": "task", "mdcatalog:closed": true,
      "mdcatalog:headerAliases": ["Labels / Tasks", "Task", "Tasks", "Labels or tasks", "Task type", "Annotation type"]
    },
    {
      "name": "imageType", "title": "Image Type(s)", "type": "list", "delimiter": ", ",
      "description": "How the images were acquired.",
      "constraints": { "required": true },
      "mdcatalog:vocabulary": "modality", "mdcatalog:closed": true,
      "mdcatalog:headerAliases": ["Image Type", "Modality", "Modalities", "Imaging modality", "Image modality", "Imaging type"]
    },
    {
      "name": "dimension", "title": "Dim.", "type": "list", "delimiter": ", ",
      "description": "How many dimensions the images have.",
      "constraints": { "required": true },
      "mdcatalog:vocabulary": "dimension", "mdcatalog:closed": true,
      "mdcatalog:headerAliases": ["Dim", "Dims", "Dimension", "Dimensions", "Dimensionality"]
    }
  ]
}
"""##

  /// `Grammar/cues.json`
  package static let cues: StaticString = ##"""
{
  "images": ["images from", "image from", "same images as", "scans from", "same scans as", "same ct as", "same cts as", "same mris as", "cts from", "mris from", "x-rays from", "projected from", "subset of", "contained in", "expansion of", "extension of", "frames from", "slides from", "videos from", "images of the"],
  "mentions": ["overlap with", "overlaps with", "segmentations from", "labels from", "annotations from", "masks from", "segmentations available in", "available in", "trained on", "based on", "see also", "as in", "compare with"]
}
"""##
}
