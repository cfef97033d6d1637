; extends
; Made of the vocabularies beside it by the tests in Tests/Grammar.

(pipe_table_header "|" @punctuation.special)
(pipe_table_row "|" @punctuation.special)
(pipe_table_delimiter_row) @punctuation.special
(pipe_table_header (pipe_table_cell) @markup.heading)

; A name with its link
(pipe_table_row . (pipe_table_cell) @markup.link
  (#match? @markup.link "^\\["))

; Dimension: a cell that is a list of its terms
(pipe_table_row (pipe_table_cell) @constant.builtin
  (#match? @constant.builtin "^((2D \\+ Time|3D \\+ Time|2\\.5D|1D|2D|3D|4D|5D)(, | *$))+$"))

; Modality: a cell that is a list of its terms
(pipe_table_row (pipe_table_cell) @constant.builtin
  (#match? @constant.builtin "^((Optical Microscope Camera|Phase Contrast Microscopy|Fluorescein Angiography|Fluorescence Microscopy|Light-Sheet Microscopy|Confocal Microscopy|Electron Microscopy|Capsule Endoscopy|Endoscopic video|Fetoscopic Video|Ultrasound Video|Intra-oral scan|MR Spectroscopy|Panoramic X-Ray|Multimodal MRI|Surgical video|Hyperspectral|Photoacoustic|Tomosynthesis|Elastography|Scintigraphy|Thermography|Angiography|Fluoroscopy|Mammography|Photography|Microscopy|Ultrasound|Slit Lamp|Cine-MRI|Cytology|Micro-CT|SPECT/CT|Cryo-EM|DCE-MRI|LGE-MRI|Retinal|PET/CT|PET/MR|T1-MRI|T2-MRI|4D CT|FLAIR|SPECT|Scope|X-Ray|CBCT|CEUS|Derm|Echo|IVUS|OCTA|fMRI|CMR|CTA|DSA|DTI|DWI|DXA|ECG|EEG|MRA|MRI|OCT|PET|WSI|CT)(, | *$))+$"))

; Task: a cell that is a list of its terms
(pipe_table_row (pipe_table_cell) @constant.builtin
  (#match? @constant.builtin "^((Multi-Label Classification|Visual Question Answering|Instance Segmentation|Panoptic Segmentation|Series Identification|Multi-Annotator Seg\\.|Survival Prediction|Action Recognition|Landmark Detection|Quality Assessment|Anomaly Detection|Motion Estimation|Phase Recognition|Report Generation|Depth Estimation|Super-Resolution|Image Retrieval|Image Synthesis|Bounding Boxes|Classification|Reconstruction|Localization|Registration|Segmentation|Centerlines|Just Images|Regression|Denoising|Detection|Scribbles|Counting|Tracking|Grading|Other|Text)(, | *$))+$"))
