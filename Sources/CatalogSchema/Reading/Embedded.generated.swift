// Generated from the files of Grammar; do not edit.
// swift-format-ignore-file

/// The data of `Grammar/`: vocabularies as a `TermTable`, other files byte for byte.
package enum Embedded {
  /// `Grammar/vocabularies/task.json`
  package static let task: StaticString = ##"""
Segmentation|Image Segmentation|Segmentations|Seg.|Mask|Masks|Segmentation Mask|Segmentation Masks			Marking every pixel or voxel that belongs to a structure.
Semantic Segmentation|Semantic Seg.	Segmentation		Segmentation that gives each pixel a class and does not separate objects of one class.
Instance Segmentation|Instance|Instance Seg.|Instance Mask|Instance Masks	Segmentation		Segmentation that keeps each single object apart from its neighbours.
Multi-Annotator Seg.|Multi-Annotator Segmentation|Multi-Rater Segmentation|Multi-Rater Seg.	Segmentation		Segmentation drawn by several people for the same images, so that their disagreement can be studied.
Panoptic Segmentation|Panoptic|Panoptic Seg.	Segmentation		Segmentation that labels every pixel and also separates countable objects.
Part Segmentation	Segmentation		Segmentation of the parts of an object.
Interactive Segmentation	Segmentation		Segmentation that a user guides by clicks or strokes.
Referring Segmentation|Referring Image Segmentation|Referring Expression Segmentation	Segmentation		Segmentation of the object that a phrase describes.
Video Object Segmentation|VOS	Segmentation		Segmentation of objects in all frames of a video.
Cell Segmentation	Segmentation		Segmentation of whole cells.
Nuclei Segmentation|Nucleus Segmentation|Nuclear Segmentation	Segmentation		Segmentation of the nuclei of cells.
Organ Segmentation	Segmentation		Segmentation of an organ.
Multi-Organ Segmentation	Organ Segmentation		Segmentation of several organs in the same image.
Lesion Segmentation	Segmentation		Segmentation of diseased tissue.
Tumor Segmentation|Tumour Segmentation	Lesion Segmentation		Segmentation of a tumour.
Polyp Segmentation	Lesion Segmentation		Segmentation of polyps in endoscopy.
Vessel Segmentation|Blood Vessel Segmentation	Segmentation		Segmentation of blood vessels.
Instrument Segmentation|Tool Segmentation|Surgical Instrument Segmentation|Surgical Tool Segmentation	Segmentation		Segmentation of the instruments in images of an operation.
Scribbles|Scribble|Scribble Annotation|Scribble Annotations	Segmentation		Rough strokes inside structures in place of full outlines.
Centerlines|Centerline|Centrelines|Centreline|Centerline Extraction|Centreline Extraction			Curves along the middle of tubular structures such as vessels or airways.
Neuron Tracing|Neuron Reconstruction	Centerlines		Following the branches of nerve cells.
Classification|Image Classification|Classifications			Assigning one class out of several to an image or a case.
Binary Classification	Classification		Assigning one of two classes.
Multi-Class Classification	Classification		Assigning one of more than two classes.
Multi-Label Classification	Classification		Assigning any number of classes to one image or case.
Fine-Grained Classification|Fine-Grained Recognition|Fine-Grained Image Classification	Classification		Distinguishing kinds that look alike, such as species.
Scene Classification|Scene Recognition	Classification		Assigning the kind of place that an image shows.
Diagnosis|Disease Diagnosis|Diagnosis Label|Diagnosis Labels	Classification		Naming the disease of a patient.
Grading|Severity Grading	Classification		Putting a finding on an ordered scale of severity.
Staging|Disease Staging	Classification		Assigning the stage that a disease has reached.
Series Identification|Sequence Identification|Series Classification	Classification		Telling which kind of acquisition an image series is.
Detection|Object Detection|Detections			Finding where objects or lesions are, without their exact outline.
Bounding Boxes|Bounding Box|BBoxes|BBox	Detection		Rectangles or boxes drawn around objects.
Lesion Detection	Detection		Finding diseased tissue.
Nodule Detection	Lesion Detection		Finding small round lesions, mostly in the lung.
Polyp Detection	Lesion Detection		Finding polyps in endoscopy.
Cell Detection	Detection		Finding cells.
Mitosis Detection	Cell Detection		Finding cells that divide.
Instrument Detection|Tool Detection|Surgical Instrument Detection|Surgical Tool Detection	Detection		Finding the instruments in images of an operation.
3D Detection|3D Object Detection	Detection		Finding objects as boxes in space.
Oriented Object Detection|Rotated Object Detection	Detection		Finding objects as boxes that may be turned, common in aerial images.
Salient Object Detection	Detection		Finding what catches the eye first.
Landmark Detection|Landmark|Landmarks|Landmark Localization|Landmark Localisation	Detection		Locating named anatomical points.
Keypoint Detection|Keypoint|Keypoints|Keypoint Estimation	Detection		Locating distinctive points of an object or body.
Localization|Localisation	Detection		Telling roughly where in an image something is.
Anomaly Detection|Outlier Detection	Detection		Finding what departs from normal anatomy without naming it beforehand.
Pose Estimation			Estimating the position and orientation of a body or object.
Human Pose Estimation	Pose Estimation		Locating the joints of people.
6D Pose Estimation|6-DoF Pose Estimation	Pose Estimation		Estimating place and rotation of an object in space.
Tracking|Object Tracking			Following objects from frame to frame.
Multi-Object Tracking|Multiple Object Tracking|MOT	Tracking		Following many objects at once.
Cell Tracking	Tracking		Following cells, often through their divisions.
Cell Lineage Tracing|Lineage Tracing	Cell Tracking		Telling which cells descend from which.
Motion Estimation			Measuring how tissue or instruments move between frames.
Optical Flow|Optical Flow Estimation	Motion Estimation		The motion of each pixel between frames.
Scene Flow|Scene Flow Estimation	Motion Estimation		The motion of each point in space between frames.
Activity Recognition|Human Activity Recognition			Telling from a video or from sensors what people do.
Action Recognition	Activity Recognition		Telling what is being done in a video.
Gesture Recognition	Action Recognition		Telling the gestures of hands or of surgeons.
Workflow Recognition|Surgical Workflow Recognition|Workflow Analysis|Surgical Workflow Analysis			Telling the course of a procedure: its phases, steps and actions.
Phase Recognition|Surgical Phase Recognition	Workflow Recognition		Telling which step of a procedure a video frame shows.
Skill Assessment|Surgical Skill Assessment			Judging how well an operation is done.
Counting|Object Counting			Estimating how many objects an image shows.
Cell Counting	Counting		Estimating how many cells an image shows.
Crowd Counting	Counting		Estimating how many people an image shows.
Registration|Image Registration|Image Alignment			Finding the transformation that lays one image over another.
Deformable Registration|Non-Rigid Registration	Registration		Registration that may bend the image.
Point Cloud Registration	Registration		Finding the motion that lays one point cloud over another.
Image Stitching			Joining overlapping images into a larger one.
Depth Estimation			Estimating the distance of each pixel from the camera.
Monocular Depth Estimation	Depth Estimation		Depth estimation from a single camera.
Stereo Matching	Depth Estimation		Depth estimation from two views next to each other.
SLAM|Simultaneous Localization and Mapping			Building a map while locating the camera in it.
Visual Odometry			Estimating the path of a camera from its images.
Place Recognition|Visual Place Recognition			Telling whether a place was seen before.
Geo-Localization|Geo-Localisation			Telling where on Earth an image was taken.
Reconstruction|Image Reconstruction			Computing images from raw scanner measurements.
3D Reconstruction			Computing shapes or scenes in space from images.
Novel View Synthesis|View Synthesis			Computing how a scene looks from another place.
Image Enhancement			Making an image clearer for people or programs.
Image Restoration			Undoing what degraded an image.
Denoising|Image Denoising|Noise Reduction	Image Restoration		Removing noise while keeping structures.
Deblurring|Image Deblurring	Image Restoration		Removing blur.
Deconvolution|Image Deconvolution	Image Restoration		Undoing the blur of a known optical system.
Artifact Reduction|Artefact Reduction|Artifact Removal|Artefact Removal	Image Restoration		Removing traces of the scanner, of motion or of metal.
Super-Resolution|Image Super-Resolution	Image Restoration		Computing a finer image from a coarse one.
Inpainting|Image Inpainting	Image Restoration		Filling missing parts of an image.
Image Fusion			Combining several images of one scene into one.
Image Synthesis|Image Generation			Producing images of one kind from another kind or from nothing.
Image-to-Image Translation|Image Translation	Image Synthesis		Producing an image of one kind from an image of another kind.
Text-to-Image Generation|Text-to-Image|Text-to-Image Synthesis	Image Synthesis		Producing images from a description.
Virtual Staining	Image-to-Image Translation		Computing how unstained tissue would look stained.
Stain Normalization|Stain Normalisation			Making differently stained slides look alike.
Video Generation|Video Synthesis			Producing videos from text, images or nothing.
Regression			Predicting a number from an image, such as a volume or an age.
Measurement|Measurements	Regression		Reading lengths, angles or volumes off an image.
Age Estimation|Age Prediction	Regression		Estimating how old a person is.
Bone Age Estimation|Bone Age Assessment|Bone Age Prediction	Age Estimation		Estimating age by the growth of bones.
Prediction			Predicting what an image does not show directly, such as the course of a disease.
Prognosis|Prognosis Prediction|Outcome Prediction	Prediction		Predicting how a disease will go on.
Survival Prediction|Survival Analysis	Prognosis		Predicting how long a patient lives or stays without relapse.
Treatment Response Prediction|Response Prediction	Prediction		Predicting whether a therapy works.
Risk Prediction|Risk Assessment	Prediction		Predicting how likely a disease or event is.
Quality Assessment|Image Quality Assessment|IQA			Judging whether an image is good enough for its purpose.
Text			Written text that comes with the images.
Reports|Report	Text		Written findings that come with the images.
Radiology Reports|Radiology Report	Reports		Written findings of radiologists.
Captions|Caption|Image Caption|Image Captions	Text		Short descriptions that come with the images.
Report Generation|Medical Report Generation			Writing a finding's text from images.
Radiology Report Generation|RRG	Report Generation		Writing a radiologist's finding from images.
Image Captioning|Captioning			Writing a description of an image.
Dense Captioning	Image Captioning		Describing each region of an image.
Video Captioning			Writing a description of a video.
Question Answering|QA			Answering questions in writing.
Visual Question Answering|VQA	Question Answering		Answering questions about an image.
Medical VQA|Med-VQA|Medical Visual Question Answering	Visual Question Answering		Answering questions about a medical image.
Video Question Answering|Video QA	Question Answering		Answering questions about a video.
Visual Reasoning			Drawing conclusions from what an image shows.
Visual Dialog|Visual Dialogue			Conversing about an image.
Visual Grounding|Phrase Grounding|Phrase Localization			Locating what a text mentions in an image.
Referring Expression Comprehension	Visual Grounding		Locating the one object that a phrase describes.
Scene Graph Generation			Naming the objects of an image and how they relate.
OCR|Optical Character Recognition|Text Recognition			Reading the text in an image.
Instruction Tuning|Instruction Following			Training a model to follow instructions about images or text.
Pretraining			Training a model on much data before its proper task.
Retrieval			Finding in a collection what matches a query.
Image Retrieval	Retrieval		Finding similar images in a collection.
Content-Based Image Retrieval|CBIR	Image Retrieval		Image retrieval by what the images show.
Cross-Modal Retrieval	Retrieval		Finding data of one kind by data of another.
Image-Text Retrieval|Text-Image Retrieval	Cross-Modal Retrieval		Finding the text for an image, or the image for a text.
Re-Identification|Re-ID	Retrieval		Finding the same person, animal or vehicle in other images.
Change Detection			Finding what changed between images of one place.
Change Captioning	Image Captioning		Describing what changed between images of one place.
Land Cover Classification|Land Cover Mapping			Telling what covers each piece of ground, such as forest or water.
Crop Classification|Crop Mapping|Crop Type Mapping	Land Cover Classification		Telling which crop grows on a field.
Building Extraction|Building Segmentation|Building Footprint Extraction	Segmentation		Marking the outlines of buildings in images from above.
Road Extraction|Road Segmentation	Segmentation		Marking roads in images from above.
Cloud Detection|Cloud Segmentation	Segmentation		Marking clouds in satellite images.
Cloud Removal	Image Restoration		Computing what the ground under clouds looks like.
Pansharpening	Image Fusion		Making a coarse colour image finer by a panchromatic one.
Hyperspectral Unmixing|Spectral Unmixing			Telling which materials share a pixel, and in what amounts.
Damage Assessment|Building Damage Assessment			Telling how much a disaster destroyed.
Particle Picking	Detection		Finding single molecules in cryo-EM images.
Single-Molecule Localization|Single-Molecule Localisation	Detection		Locating glowing molecules finer than a pixel.
Just Images|Images Only|Unlabeled|Unlabelled|No Labels			Images without annotations.
Other			A purpose that no other term of the list names.
"""##

  /// `Grammar/vocabularies/modality.json`
  package static let modality: StaticString = ##"""
CT|Computed Tomography|CAT scan|CAT scans|CT scan|CT scans|CTs|CT imaging		CT	Cross-sections computed from X-ray projections around the body.
CTA|CT Angiography|Computed Tomography Angiography	CT	CT	CT with contrast agent in the vessels.
CCTA|Coronary CTA|Coronary CT Angiography	CTA	CT	CT of the coronary arteries with contrast agent.
CTPA|CT Pulmonary Angiography	CTA	CT	CT of the arteries of the lung with contrast agent.
CECT|Contrast-Enhanced CT	CT	CT	CT after contrast agent was injected.
NCCT|Non-Contrast CT	CT	CT	CT without contrast agent.
CT Perfusion|CTP|Perfusion CT	CT	CT	CT repeated while contrast agent passes through the tissue.
Low-Dose CT|LDCT	CT	CT	CT with less radiation and therefore more noise.
HRCT|High-Resolution CT	CT	CT	CT of thin slices that shows fine structures of the lung.
Dual-Energy CT|DECT|Spectral CT	CT	CT	CT at more than one X-ray energy, which separates materials.
CBCT|Cone Beam CT|Cone-Beam Computed Tomography	CT	CT	CT from a cone of rays and a flat detector, common in dentistry and radiotherapy.
Micro-CT|uCT|µCT|Micro-Computed Tomography|X-Ray Microtomography	CT	CT	CT of small samples at micrometre resolution.
4D CT|4D Computed Tomography	CT	CT	CT volumes over the phases of breathing or heartbeat.
MRI|MR|Magnetic Resonance|Magnetic Resonance Imaging|MR imaging|MRI scan|MRI scans|MRIs		MR	Images from the response of nuclei to radio pulses in a strong magnetic field.
T1-MRI|T1|T1w|T1-weighted|T1w MRI|T1 weighted MRI|T1-weighted MR	MRI	MR	MRI weighted so that fat is bright and fluid dark.
T1ce-MRI|T1ce|T1Gd|T1c|Contrast-Enhanced T1|T1 contrast-enhanced	T1-MRI	MR	T1-weighted MRI after a contrast agent with gadolinium.
T2-MRI|T2|T2w|T2-weighted|T2w MRI|T2 weighted MRI|T2-weighted MR	MRI	MR	MRI weighted so that fluid is bright.
T2*-MRI|T2*|T2*w|T2*-weighted|T2*-weighted MRI	MRI	MR	MRI sensitive to small differences of the magnetic field, as around blood or iron.
PD-MRI|PDw|Proton Density|PD-weighted|PD-weighted MRI	MRI	MR	MRI weighted by how many protons the tissue has.
FLAIR|FLAIR MRI|T2-FLAIR|Fluid-Attenuated Inversion Recovery	MRI	MR	T2-like MRI in which free fluid is suppressed.
SWI|Susceptibility-Weighted Imaging	MRI	MR	MRI that shows veins, blood products and calcium by their magnetic susceptibility.
QSM|Quantitative Susceptibility Mapping	MRI	MR	Maps of magnetic susceptibility computed from the phase of MRI.
DWI|Diffusion MRI|dMRI|Diffusion-Weighted Imaging|Diffusion Weighted MRI	MRI	MR	MRI sensitive to the motion of water in tissue.
ADC|ADC map|ADC maps|Apparent Diffusion Coefficient	DWI	MR	Maps of how freely water moves, computed from diffusion-weighted images.
DTI|Diffusion Tensor Imaging	DWI	MR	Diffusion MRI in many directions, from which fibre tracts are computed.
fMRI|Functional MRI|Functional Magnetic Resonance Imaging	MRI	MR	MRI over time that follows blood oxygenation in the brain.
rs-fMRI|Resting-State fMRI|Resting-State Functional MRI	fMRI	MR	Functional MRI of a subject who has no task.
CMR|Cardiac MRI|Cardiovascular Magnetic Resonance|Cardiac MR	MRI	MR	MRI of the heart and the great vessels.
Cine-MRI|Cine MR|Cine CMR	CMR	MR	MRI of the beating heart as a film.
LGE-MRI|LGE|LGE CMR|Late Gadolinium Enhancement	CMR	MR	Heart MRI after contrast agent, in which scar is bright.
Perfusion MRI|MR Perfusion|Perfusion-Weighted Imaging|PWI	MRI	MR	MRI of the blood flow through tissue.
DCE-MRI|DCE|Dynamic Contrast-Enhanced MRI	MRI	MR	MRI repeated while contrast agent washes in and out.
DSC-MRI|Dynamic Susceptibility Contrast MRI	Perfusion MRI	MR	MRI that follows contrast agent by the loss of signal it causes.
ASL-MRI|Arterial Spin Labeling|Arterial Spin Labelling	Perfusion MRI	MR	Perfusion MRI with magnetically labelled blood in place of contrast agent.
MRA|MR Angiography|Magnetic Resonance Angiography	MRI	MR	MRI of the vessels.
TOF-MRA|Time-of-Flight MRA|Time-of-Flight MR Angiography	MRA	MR	MRI of the vessels by the fresh signal of inflowing blood.
4D Flow MRI|4D Flow	MRI	MR	MRI that measures the velocity of blood in a volume over the heartbeat.
MR Elastography|MRE|Magnetic Resonance Elastography	MRI	MR	MRI of how stiff tissue is, by waves sent through it.
MR Spectroscopy|MRS|Magnetic Resonance Spectroscopy	MRI	MR	Chemical spectra measured with MRI equipment.
Multimodal MRI|Multi-Sequence MRI|Multi-Contrast MRI	MRI	MR	Several MRI contrasts of the same patient.
mpMRI|Multiparametric MRI	Multimodal MRI	MR	Anatomical MRI together with functional contrasts such as diffusion and perfusion.
bpMRI|Biparametric MRI	Multimodal MRI	MR	T2-weighted and diffusion-weighted MRI without contrast agent, mostly of the prostate.
Nuclear Medicine|Radionuclide Imaging		NM	Images of a radioactive tracer in the body.
PET|PT|Positron Emission Tomography|PET scan|PET scans	Nuclear Medicine	PT	The distribution of a positron-emitting tracer.
FDG-PET|18F-FDG PET	PET	PT	PET with a radioactive sugar, which shows where metabolism is high.
PSMA-PET	PET	PT	PET with a tracer that binds to prostate cancer.
Amyloid PET	PET	PT	PET with a tracer that binds to amyloid plaques in the brain.
PET/CT|PET-CT	PET	PT	PET and CT from one combined scanner.
FDG-PET/CT|18F-FDG PET/CT	PET/CT	PT	FDG-PET and CT from one combined scanner.
PET/MR|PET-MR|PET/MRI|PET-MRI	PET	PT	PET and MRI from one combined scanner.
SPECT|Single Photon Emission Computed Tomography	Nuclear Medicine	NM	Cross-sections of a gamma-emitting tracer.
SPECT/CT|SPECT-CT	SPECT	NM	SPECT and CT from one combined scanner.
Scintigraphy|Planar Scintigraphy	Nuclear Medicine	NM	Flat images of a gamma-emitting tracer.
Bone Scan|Bone Scans|Bone Scintigraphy	Scintigraphy	NM	Scintigraphy of the skeleton.
X-Ray|X Rays|X-Ray Image|X-Ray Images|X-Ray Imaging|Radiograph|Radiographs|Radiography		DX	A projection of the body made with X-rays.
Digital Radiography|DX	X-Ray	DX	X-ray images read directly from a digital detector.
Computed Radiography|CR	X-Ray	CR	X-ray images read from an imaging plate by a laser.
Chest X-Ray|CXR|CXRs|Chest X-Rays|Chest Radiograph|Chest Radiographs|Chest Radiography	X-Ray	DX	An X-ray image of the chest.
Panoramic X-Ray|Panoramic X-Rays|Orthopantomogram|OPG|Panoramic Radiograph|Panoramic Radiographs|Panoramic Radiography	X-Ray	PX	One X-ray picture of both jaws with all teeth.
Intraoral X-Ray|Intraoral X-Rays|Intraoral Radiograph|Intraoral Radiographs|Intraoral Radiography	X-Ray	IO	An X-ray image of a few teeth, with the detector in the mouth.
Periapical X-Ray|Periapical X-Rays|Periapical Radiograph|Periapical Radiographs	Intraoral X-Ray	IO	An intraoral X-ray image of whole teeth down to the tips of their roots.
Bitewing X-Ray|Bitewing X-Rays|Bitewing Radiograph|Bitewing Radiographs	Intraoral X-Ray	IO	An intraoral X-ray image of the crowns of upper and lower teeth.
Cephalometric X-Ray|Cephalometric X-Rays|Cephalogram|Cephalograms|Cephalometric Radiograph|Cephalometric Radiographs	X-Ray	DX	An X-ray image of the skull in a fixed position, for measuring it.
Mammography|MG|Mammogram|Mammograms	X-Ray	MG	X-ray images of the breast.
Digital Mammography|FFDM|Full-Field Digital Mammography	Mammography	MG	Mammography read directly from a digital detector.
Contrast-Enhanced Mammography|CESM|Contrast-Enhanced Spectral Mammography	Mammography	MG	Mammography at two energies after contrast agent.
Tomosynthesis	X-Ray		Slices computed from X-ray images at a few angles.
Digital Breast Tomosynthesis|DBT|Breast Tomosynthesis	Tomosynthesis	MG	Tomosynthesis of the breast.
Angiography|XA|X-Ray Angiography|Angiogram|Angiograms	X-Ray	XA	X-ray images of vessels filled with contrast agent.
Coronary Angiography|X-Ray Coronary Angiography|Invasive Coronary Angiography|Coronary Angiogram|Coronary Angiograms	Angiography	XA	Angiography of the arteries of the heart.
DSA|Digital Subtraction Angiography	Angiography	XA	Angiography from which the image without contrast agent was subtracted.
Fluoroscopy|Radiofluoroscopy	X-Ray	RF	X-ray images shown live.
C-Arm|C-Arm Fluoroscopy|C-Arm X-Ray	Fluoroscopy	RF	Fluoroscopy with a movable arm that holds source and detector.
Bone Densitometry	X-Ray	BMD	X-ray images that measure bone density.
DXA|DEXA|Dual-Energy X-Ray Absorptiometry	Bone Densitometry	BMD	X-rays of two energies that measure bone density.
Ultrasound|US|Ultrasonography|Sonography|Sonogram|Sonograms|Ultrasounds|Ultrasound Imaging		US	Images from the echoes of high-frequency sound.
B-Mode|B-Mode Ultrasound	Ultrasound	US	Ultrasound in which the strength of echoes is brightness.
Doppler|Doppler Ultrasound|Doppler Ultrasonography	Ultrasound	US	Ultrasound that shows flow by the shift of its frequency.
Ultrasound Video|US Video|US Videos|Ultrasound Cine|Ultrasound Videos	Ultrasound	US	A clip of ultrasound frames.
CEUS|Contrast-Enhanced Ultrasound	Ultrasound	US	Ultrasound with microbubbles as contrast agent.
Echo|Echocardiography|Echocardiogram|Echocardiograms	Ultrasound	US	Ultrasound of the heart.
Transthoracic Echo|TTE|Transthoracic Echocardiography	Echo	US	Ultrasound of the heart through the chest.
Transesophageal Echo|TEE|Transesophageal Echocardiography	Echo	US	Ultrasound of the heart from inside the gullet.
IVUS|Intravascular Ultrasound	Ultrasound	IVUS	Ultrasound from inside a vessel.
Endoscopic Ultrasound|EUS|Endosonography	Ultrasound	US	Ultrasound from the tip of an endoscope.
Transrectal Ultrasound|TRUS	Ultrasound	US	Ultrasound of the prostate from inside the rectum.
Elastography|Ultrasound Elastography	Ultrasound	US	Ultrasound images of how stiff tissue is.
Photoacoustic|Photoacoustic Imaging|Optoacoustic Imaging		PA	Images from the ultrasound waves that light pulses cause in tissue.
Microscopy		GM	Enlarged images of cells, tissue or materials.
Light Microscopy|Optical Microscopy	Microscopy	GM	Microscopy with visible light.
Bright-Field Microscopy|Bright-Field	Light Microscopy	GM	Light microscopy in which the sample is dark on a bright background.
Dark-Field Microscopy|Dark-Field	Light Microscopy	GM	Light microscopy in which only scattered light is seen.
Phase Contrast Microscopy|Phase Contrast	Light Microscopy	GM	Microscopy that makes differences in refraction visible.
DIC Microscopy|Differential Interference Contrast|Differential Interference Contrast Microscopy	Light Microscopy	GM	Light microscopy that shows slopes of refraction as relief.
Polarized Light Microscopy|Polarization Microscopy|Polarized Microscopy	Light Microscopy	GM	Light microscopy that shows how a sample turns polarized light.
Quantitative Phase Imaging|QPI	Light Microscopy	GM	Light microscopy that measures the delay of light by the sample.
Time-Lapse Microscopy	Microscopy	GM	Microscopy of the same sample at intervals.
Fluorescence Microscopy	Light Microscopy	GM	Microscopy of stains or proteins that glow.
Immunofluorescence|Immunofluorescence Microscopy	Fluorescence Microscopy	GM	Fluorescence microscopy of proteins that glowing antibodies mark.
Multiplex Immunofluorescence|Multiplexed Immunofluorescence|mIF	Immunofluorescence		Immunofluorescence of many proteins in one sample.
Widefield Microscopy|Widefield Fluorescence Microscopy|Epifluorescence Microscopy	Fluorescence Microscopy	GM	Fluorescence microscopy that lights the whole field at once.
Confocal Microscopy|Confocal	Light Microscopy	CFM	Microscopy that scans one focal plane after another.
Multiphoton Microscopy|Multi-Photon	Fluorescence Microscopy		Fluorescence microscopy in which several photons excite together, deep in tissue.
Two-Photon Microscopy|Two-Photon|2-Photon Microscopy	Multiphoton Microscopy		Multiphoton microscopy with pairs of photons.
Light-Sheet Microscopy|Light Sheet|LSFM|Light-Sheet Fluorescence Microscopy	Fluorescence Microscopy		Fluorescence microscopy lit by a thin sheet of light.
TIRF Microscopy|TIRF|Total Internal Reflection Fluorescence Microscopy	Fluorescence Microscopy		Fluorescence microscopy of the thin layer next to the cover glass.
FLIM|Fluorescence Lifetime Imaging|Fluorescence Lifetime Imaging Microscopy	Fluorescence Microscopy		Fluorescence microscopy that measures how long the glow lasts.
Calcium Imaging	Fluorescence Microscopy		Fluorescence microscopy of calcium in cells, which shows activity of neurons.
Second-Harmonic Generation|SHG	Light Microscopy		Microscopy of ordered structures, such as collagen, that double the frequency of light.
Super-Resolution Microscopy|Nanoscopy	Fluorescence Microscopy		Fluorescence microscopy of details finer than the wavelength of light.
Structured Illumination Microscopy	Super-Resolution Microscopy		Super-resolution microscopy from several images under patterned light.
SMLM|Single-Molecule Localization Microscopy|Single-Molecule Localisation Microscopy	Super-Resolution Microscopy		Super-resolution microscopy that locates one blinking molecule after another.
STED Microscopy|STED|Stimulated Emission Depletion Microscopy	Super-Resolution Microscopy		Super-resolution microscopy that switches off the glow around the focus.
Electron Microscopy|EM|Electron Microscope	Microscopy		Images made with electrons in place of light.
SEM|Scanning Electron Microscopy|Scanning Electron Microscope	Electron Microscopy		Electron microscopy of a surface, scanned by a beam.
TEM|Transmission Electron Microscopy|Transmission Electron Microscope	Electron Microscopy		Electron microscopy through a thin sample.
Scanning Transmission Electron Microscopy	TEM		Electron microscopy through a thin sample by a scanning beam.
ssTEM|Serial Section TEM|Serial Section Transmission Electron Microscopy	TEM		TEM of one thin section after another, which makes a volume.
SBF-SEM|SBEM|Serial Block-Face SEM|Serial Block-Face Scanning Electron Microscopy	SEM		SEM of a block from which slice after slice is cut.
FIB-SEM|Focused Ion Beam SEM|Focused Ion Beam Scanning Electron Microscopy	SEM		SEM of a block from which an ion beam takes off layer after layer.
Electron Tomography	Electron Microscopy		Volumes computed from electron microscopy at many tilts.
Cryo-EM|Cryo Electron Microscopy|Electron Cryomicroscopy	Electron Microscopy		Electron microscopy of frozen samples.
Cryo-ET|Cryo-Electron Tomography|Electron Cryotomography	Cryo-EM		Volumes computed from cryo-EM at many tilts.
AFM|Atomic Force Microscopy|Atomic Force Microscope	Microscopy		Microscopy by a fine tip that feels the surface.
X-Ray Microscopy	Microscopy		Microscopy with X-rays in place of light.
Optical Microscope Camera|Microscope Camera	Light Microscopy	GM	Photographs taken through an ordinary microscope.
WSI|WSIs|Whole Slide Image|Whole Slide Images|Whole Slide Imaging	Microscopy	SM	A whole glass slide of stained tissue, scanned at high resolution.
Pathology|Digital Pathology			Images of tissue or cells for diagnosis.
Histology|Histology Image|Histology Images	Light Microscopy	SM	Light microscopy of tissue sections, mostly stained.
Histopathology|Histopathology Image|Histopathology Images|Histopathological Image|Histopathological Images	Pathology	SM	Tissue sections under the microscope for diagnosis, as whole slides or as tiles of them.
H&E|H&E Staining|H&E-stained|H&E Stain|Hematoxylin and Eosin|Haematoxylin and Eosin	Histology	SM	Tissue stained so that nuclei are blue and the rest pink.
IHC|Immunohistochemistry	Histology	SM	Tissue in which antibodies stain a certain protein.
Tissue Microarray|Tissue Microarrays|TMA|TMAs	Histology	SM	Many small tissue cores on one slide.
Cytology|Cytopathology	Light Microscopy	SM	Microscopy of loose cells on a slide.
Pap Smear|Pap Smears|Pap Test|Papanicolaou Smear|Papanicolaou Smears	Cytology	SM	Stained cells from the neck of the womb.
Blood Smear|Blood Smears|Blood Film|Blood Films|Peripheral Blood Smear|Peripheral Blood Smears	Cytology	SM	A drop of blood spread on a slide.
Retinal|Fundus|Fundus Photography|Fundus Photograph|Fundus Photographs|Retinal Fundus|Fundus Image|Fundus Images|Retinal Image|Retinal Images		OP	Photographs of the back of the eye.
Color Fundus|Colour Fundus|CFP|Color Fundus Photography|Colour Fundus Photography|Color Fundus Photograph|Color Fundus Photographs	Retinal	OP	Photographs of the back of the eye in colour.
Ultra-Widefield Fundus|Ultra-Widefield|UWF|Ultra-Widefield Fundus Photography	Retinal	OP	Photographs of nearly the whole back of the eye in one shot.
Fundus Autofluorescence|FAF	Retinal	OP	Images of the natural glow of the back of the eye.
Fluorescein Angiography|FFA|Fundus Fluorescein Angiography	Retinal	OP	Photographs of the retina after a fluorescent dye.
Indocyanine Green Angiography|ICGA	Retinal	OP	Infrared images of the layer under the retina after a green dye.
Scanning Laser Ophthalmoscopy|SLO	Retinal	OP	Images of the back of the eye by a scanning laser.
OCT|Optical Coherence Tomography		OPT	Depth profiles of tissue, mostly the retina, from reflected light.
OCTA|OCT Angiography|Optical Coherence Tomography Angiography	OCT	OPT	OCT that shows flowing blood.
Anterior Segment OCT|AS-OCT	OCT	OPT	OCT of the front of the eye.
Intravascular OCT|IVOCT|Intravascular Optical Coherence Tomography	OCT	IVOCT	OCT from inside a vessel.
Slit Lamp|Slit-Lamp Photography|Slit-Lamp Image|Slit-Lamp Images		OP	Photographs of the front of the eye lit by a narrow beam.
Derm|Dermatology|Skin Image|Skin Images		XC	Close pictures of the skin, often through a dermatoscope.
Dermoscopy|Dermatoscopy|Dermoscopic|Dermatoscopic|Dermoscopic Image|Dermoscopic Images|Dermatoscopic Image|Dermatoscopic Images|Epiluminescence Microscopy	Derm	DMS	Pictures of the skin through a dermatoscope.
Reflectance Confocal Microscopy	Confocal Microscopy	CFM	Confocal microscopy of living skin without a stain.
Photography|Photo|Photos|Photograph|Photographs		XC	Pictures taken with an ordinary camera.
Clinical Photography|Clinical Photo|Clinical Photos|Clinical Photograph|Clinical Photographs	Photography	XC	Pictures of patients taken with an ordinary camera.
RGB|RGB Image|RGB Images|RGB Imagery	Photography		Colour images with a red, a green and a blue channel.
RGB-D|RGB + Depth			Colour images with the distance of each pixel.
Depth Map|Depth Maps|Depth Image|Depth Images			Images whose pixels are distances from the camera.
Stereo Images|Stereo Image|Stereo Camera|Stereo Pairs	Photography		Two views of a scene from cameras next to each other.
Event Camera|Event-Based Camera|Neuromorphic Camera			A camera whose pixels report changes of brightness one by one.
Video|Videos			Moving pictures from a camera.
Infrared|Infrared Imaging|Infrared Image|Infrared Images			Images of light beyond red.
Near-Infrared|NIR|Near-Infrared Imaging	Infrared		Images of light just beyond red.
Thermography|Thermal|Thermal Imaging|Thermal Infrared|Thermal Image|Thermal Images|Infrared Thermography	Infrared	TG	Images of heat radiation.
Multispectral|Multispectral Imaging|Multispectral Imagery|Multispectral Image|Multispectral Images			Images with a few chosen bands of colour, often beyond the visible.
Hyperspectral|HSI|Hyperspectral Imaging|Hyperspectral Imagery|Hyperspectral Image|Hyperspectral Images			Images with many narrow bands of colour.
Raman Imaging|Raman Microscopy			Images of molecules by the light that they scatter at shifted colours.
Mass Spectrometry Imaging|Imaging Mass Spectrometry			Maps of molecules by the masses measured at each spot.
Imaging Mass Cytometry			Maps of proteins in tissue by metal labels and their masses.
Scope|Endoscopy|Endoscope|Endoscopic|Endoscopic Image|Endoscopic Images		ES	Pictures from a camera inside the body.
Colonoscopy|Colonoscopic|Colonoscopy Image|Colonoscopy Images	Scope	ES	Endoscopy of the large bowel.
Gastroscopy|Upper GI Endoscopy|Esophagogastroduodenoscopy|EGD	Scope	ES	Endoscopy of gullet, stomach and duodenum.
Laparoscopy|Laparoscopic|Laparoscope	Scope	ES	Endoscopy of the belly through the skin.
Bronchoscopy	Scope	ES	Endoscopy of the airways.
Laryngoscopy	Scope	ES	Endoscopy of the larynx.
Cystoscopy	Scope	ES	Endoscopy of the bladder.
Arthroscopy	Scope	ES	Endoscopy of a joint.
Hysteroscopy	Scope	ES	Endoscopy of the womb.
Fetoscopy	Scope	ES	Endoscopy of an unborn child.
Capsule Endoscopy|Video Capsule Endoscopy|Wireless Capsule Endoscopy|WCE|VCE	Scope	ES	Pictures from a swallowed camera.
White Light Endoscopy|White Light Imaging|WLE|WLI	Scope	ES	Endoscopy under ordinary light.
Narrow-Band Imaging|NBI	Scope	ES	Endoscopy under blue and green light, which shows vessels.
Chromoendoscopy	Scope	ES	Endoscopy of tissue sprayed with a dye.
Confocal Laser Endomicroscopy|CLE|Endomicroscopy	Scope	ES	Confocal microscopy through an endoscope.
Endoscopic video|Endoscopic Videos|Endoscopy Video|Endoscopy Videos	Scope	ES	A film from an endoscope.
Colonoscopy Video|Colonoscopy Videos	Endoscopic video	ES	A film from a colonoscope.
Surgical video|Surgical Videos|Surgery Video|Surgery Videos	Video		A film of an operation.
Laparoscopic Video|Laparoscopic Videos|Laparoscopy Video|Laparoscopy Videos	Surgical video	ES	A film of an operation through small cuts.
Fetoscopic Video|Fetoscopic Videos|Fetoscopy Video|Fetoscopy Videos	Endoscopic video	ES	A film from an endoscope in the womb.
Surface Scan|Surface Scans|3D Surface Scan|3D Surface Scans|Optical Surface Scan|Optical Surface Scans		OSS	The shape of a surface from an optical scanner.
Intra-oral scan|Intraoral scans|IOS	Surface Scan	OSS	A surface model of teeth and gums from a hand-held scanner.
3D Mesh|3D Meshes|Surface Mesh|Surface Meshes			A surface of connected polygons in space.
CAD Model|CAD Models|3D CAD Model|3D CAD Models			A shape designed with a computer.
Point Cloud|Point Clouds|3D Point Cloud|3D Point Clouds			Points in space without connections.
LiDAR|Light Detection and Ranging			Distances from the echoes of laser pulses, mostly as points in space.
Airborne LiDAR|Airborne Laser Scanning	LiDAR		LiDAR from an aircraft.
Radar|Radio Detection and Ranging			Images or distances from the echoes of radio waves.
mmWave Radar|Millimeter-Wave Radar|Millimetre-Wave Radar	Radar		Radar with waves of some millimetres.
Ground-Penetrating Radar|GPR	Radar		Radar images of what is under the ground.
SAR|Synthetic Aperture Radar|SAR Image|SAR Images|SAR Imagery	Radar		Radar images of the ground, made finer by the motion of satellite or aircraft.
PolSAR|Polarimetric SAR|Polarimetric Synthetic Aperture Radar	SAR		SAR with several polarizations of the waves.
InSAR|Interferometric SAR|Interferometric Synthetic Aperture Radar	SAR		Height or motion of the ground from the phases of two SAR images.
Satellite Imagery|Satellite|Satellite Image|Satellite Images			Images of the Earth taken from space.
Aerial Imagery|Aerial|Aerial Image|Aerial Images			Images of the ground taken from the air.
UAV Imagery|UAV|UAV Image|UAV Images|Drone|Drone Image|Drone Images|Drone Imagery	Aerial Imagery		Images of the ground taken from a drone.
Optical Imagery|Optical|Optical Image|Optical Images			Images of the ground in visible and near-infrared light.
Panchromatic|Panchromatic Image|Panchromatic Images|Panchromatic Imagery	Optical Imagery		Images of the ground in one wide band of light.
Street View|Street-View Image|Street-View Images|Street-View Imagery	Photography		Pictures of streets taken from a vehicle.
Digital Elevation Model|Digital Elevation Models|DEM|DEMs			Heights of the ground on a grid.
Digital Surface Model|Digital Surface Models|DSM|DSMs	Digital Elevation Model		Heights of the ground with trees and buildings on it.
Sonar|Sonar Image|Sonar Images|Sonar Imagery			Images under water from the echoes of sound.
Side-Scan Sonar|SSS	Sonar		Sonar images of the sea floor on both sides of a ship.
Forward-Looking Sonar|FLS	Sonar		Sonar images of what is ahead of a vehicle.
Text			Written text in place of images, or next to them.
Reports|Report	Text		Written findings in place of images, or next to them.
EEG|Electroencephalography|Electroencephalogram|Electroencephalograms		EEG	Electric activity of the brain over time.
MEG|Magnetoencephalography			Magnetic fields of the brain over time.
fNIRS|Functional Near-Infrared Spectroscopy			Blood oxygenation in the brain measured with infrared light through the skull.
ECG|EKG|Electrocardiography|Electrocardiogram|Electrocardiograms		ECG	Electric activity of the heart over time.
EMG|Electromyography|Electromyogram|Electromyograms		EMG	Electric activity of muscles over time.
PPG|Photoplethysmography|Photoplethysmogram|Photoplethysmograms			Changes of blood volume under the skin measured with light.
"""##

  /// `Grammar/vocabularies/dimension.json`
  package static let dimension: StaticString = ##"""
1D|One-Dimensional			A signal along one axis.
2D|Two-Dimensional|2 Dim			A flat image.
2.5D			A few neighbouring slices taken together, or a surface with depth.
3D|Three-Dimensional|3 Dim			A volume, surface or scene in space.
Volumetric	3D		A volume of slices or voxels.
2D + Time|2D+t|2D Time|2D video|2D videos|2Dt	2D		Flat frames over time, as in a video.
3D + Time|3D+t|3D Time|3Dt	3D		Volumes over time, as frames of three dimensions.
4D|Four-Dimensional	3D		Volumes with a fourth axis, mostly time.
5D|Five-Dimensional	4D		Volumes over time with several channels.
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
